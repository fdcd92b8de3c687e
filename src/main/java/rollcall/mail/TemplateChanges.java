package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** Writes templates. Each storing makes a version, and none is ever rewritten: letters name theirs. */
@Component
class TemplateChanges {

    private static final int FIRST = 1;

    private final TemplateRows rows;
    private final StoredTemplates templates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TemplateChanges(TemplateRows rows, StoredTemplates templates, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.events = events;
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
        note(by, "TEMPLATE_ADDED", programId, plan.name());
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
        note(by, "TEMPLATE_CHANGED", template.programId(), plan.name());
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
    public void archive(Template template, Actor by) {
        rows.archive(template.id(), now());
        note(by, "TEMPLATE_ARCHIVED", template.programId(), template.name());
    }

    @Transactional
    public void bringBack(Template template, Actor by) {
        rows.archive(template.id(), null);
        note(by, "TEMPLATE_RESTORED", template.programId(), template.name());
    }

    private void note(Actor by, String kind, @Nullable Long programId, String name) {
        if (by.signsIn()) {
            var details = new TreeMap<String, Object>(Map.of("template", name, "shared", programId == null));
            if (programId != null) {
                details.put("program", programId);
            }
            events.publishEvent(new AuditApplicationEvent(by.key(), kind, details));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
