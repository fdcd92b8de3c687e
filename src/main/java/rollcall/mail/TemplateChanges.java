package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** Writes templates. Each storing makes a version, and none is ever rewritten: letters name theirs. */
@Component
class TemplateChanges {

    private static final int FIRST = 1;

    private final TemplateRows rows;
    private final StoredTemplates templates;
    private final Clock clock;

    TemplateChanges(TemplateRows rows, StoredTemplates templates, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * @param programId null for one that all programs share
     * @return its id
     */
    @Transactional
    public long create(@Nullable Long programId, TemplatePlan plan, Actor by) {
        var id = rows.insert(plan, programId, null, now());
        rows.insertTexts(id, FIRST, plan.texts(), by, now());
        return id;
    }

    /**
     * @param seen the version that the typist saw
     * @throws StaleTemplate when somebody else stored it since; nothing is stored
     */
    @Transactional
    public void store(Template template, int seen, TemplatePlan plan, Actor by) {
        if (!rows.update(template.id(), seen, plan)) {
            throw new StaleTemplate();
        }
        rows.insertTexts(template.id(), seen + 1, plan.texts(), by, now());
    }

    /**
     * Says again what an older version said, as a new one; what the template is called and for what stays.
     *
     * @throws NoSuchTemplate when there is no such version
     */
    @Transactional
    public void restore(Template template, int version, int seen, Actor by) {
        var old = templates.planOf(template, version);
        if (old.texts().isEmpty()) {
            throw new NoSuchTemplate();
        }
        store(template, seen, old.speakingUsualLanguage(), by);
    }

    @Transactional
    public void archive(Template template) {
        rows.archive(template.id(), now());
    }

    @Transactional
    public void bringBack(Template template) {
        rows.archive(template.id(), null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
