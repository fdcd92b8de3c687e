package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.member.LettersToCome.Letter;
import rollcall.program.Actor;

/** Templates as they are stored. */
@Service
class StoredTemplates implements Templates {

    private static final Comparator<Template> BY_NAME = Comparator.comparing(
                    (Template one) -> one.name().toLowerCase(Locale.ROOT))
            .thenComparing(Template::id);

    private final TemplateRows rows;
    private final RecipeTexts recipes;
    private final TemplateCheck check;
    private final Wordings wordings;
    private final Trials trials;
    private final Clock clock;

    StoredTemplates(
            TemplateRows rows,
            RecipeTexts recipes,
            TemplateCheck check,
            Wordings wordings,
            Trials trials,
            Clock clock) {
        this.rows = rows;
        this.recipes = recipes;
        this.check = check;
        this.wordings = wordings;
        this.trials = trials;
        this.clock = clock;
    }

    @Override
    public Optional<Template> find(long id) {
        return rows.find(id);
    }

    @Override
    public List<Template> of(long programId) {
        return Stream.concat(rows.of(programId, false).stream(), rows.shared(false).stream())
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public Optional<Template> recipe(long programId, String recipe) {
        return rows.recipe(programId, recipe);
    }

    @Override
    public List<TemplateProblem> problems(long templateId) {
        return rows.find(templateId)
                .map(template -> rows.archived(templateId) ? List.of(gone()) : problems(template))
                .orElseGet(() -> List.of(gone()));
    }

    private static TemplateProblem gone() {
        return new TemplateProblem("mail.problem.archived", List.of(), true);
    }

    private List<TemplateProblem> problems(Template template) {
        return check.problems(planOf(template)).stream().map(Problem::said).toList();
    }

    /** A template as somebody would type it. */
    TemplatePlan planOf(Template template) {
        return planOf(template, template.version());
    }

    TemplatePlan planOf(Template template, int version) {
        return new TemplatePlan(
                template.name(),
                template.purpose(),
                template.withCalendar(),
                template.defaultLanguage(),
                rows.texts(template.id(), version));
    }

    @Override
    public Optional<Letter> read(long templateId, long memberId, String status, String reason) {
        return rows.find(templateId)
                .flatMap(template -> trials.readIf(template, memberId, status, reason))
                .map(letter -> new Letter(letter.subject(), letter.text()));
    }

    @Override
    public boolean leadsIn(long templateId) {
        return rows.find(templateId)
                .map(template -> wordings.of(template, template.version()))
                .filter(voices -> voices.all().stream().anyMatch(one -> one.needs(Token.MEMBER_WEBINAR_URL)))
                .isPresent();
    }

    @Override
    @Transactional
    public void addDefaults(long programId, Actor by) {
        for (var recipe : Recipe.values()) {
            store(recipes.plan(recipe), programId, recipe.name(), by);
        }
    }

    @Override
    @Transactional
    public void copyAll(long fromProgramId, long toProgramId, Actor by) {
        for (var template : rows.of(fromProgramId, false)) {
            store(planOf(template), toProgramId, template.recipe(), by);
        }
    }

    private void store(TemplatePlan plan, long programId, @Nullable String recipe, Actor by) {
        var id = rows.insert(plan, programId, recipe, now());
        rows.insertTexts(id, 1, plan.texts(), by, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
