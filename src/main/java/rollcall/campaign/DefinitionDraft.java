package rollcall.campaign;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.Step.Choice;
import rollcall.campaign.StepForm.ChoiceForm;

/** Reads a {@link DefinitionForm}: either there is a definition, or what is wrong stands at the names of the fields. */
final class DefinitionDraft {

    /** Of triggers, steps, and of groups and conditions in one place. */
    static final int MOST = 20;

    /** Of conditions, and of choices, in the whole form: it has to fit into one request. */
    static final int MOST_CONDITIONS = 60;

    static final int LONGEST_NAME = 200;

    private final DefinitionForm form;
    private final Offers offers;
    private final Wrongs wrongs = new Wrongs();
    private final String name;
    private final Definition definition;

    DefinitionDraft(DefinitionForm form, Offers offers) {
        this.form = form;
        this.offers = offers;
        this.name =
                input(Fields.NONE.with("name", form.name()), "").required("name", LONGEST_NAME, "campaign.wrong.name");
        this.definition = new Definition(triggers(), schedule(), whom(), steps(), again(), priority());
        if (!fits(form)) {
            wrongs.add("steps", "campaign.wrong.too-many", MOST);
        }
    }

    /** Whether it is no more than a form may have. */
    static boolean fits(DefinitionForm form) {
        return few(form.triggers())
                && few(form.steps())
                && fewGroups(form.groups())
                && form.choices().allMatch(choice -> fewGroups(choice.groups()))
                && form.choices().count() <= MOST
                && form.conditions().count() <= MOST_CONDITIONS;
    }

    private static boolean fewGroups(List<GroupForm> groups) {
        return few(groups) && groups.stream().map(GroupForm::conditions).allMatch(DefinitionDraft::few);
    }

    private static boolean few(List<?> parts) {
        return parts.size() <= MOST;
    }

    String name() {
        return name;
    }

    /** Nothing when something in the form is wrong. */
    Optional<Definition> definition() {
        return wrongs.none() ? Optional.of(definition) : Optional.empty();
    }

    /** What can be said of it already: also without a name. */
    Optional<Definition> readable() {
        return wrongs.all().keySet().stream().allMatch("name"::equals) ? Optional.of(definition) : Optional.empty();
    }

    /** Whom it means; nothing when something in that part of the form is wrong. */
    Optional<Audience> audience() {
        return wrongs.all().keySet().stream().noneMatch(field -> field.startsWith("groups"))
                ? Optional.of(definition.audience())
                : Optional.empty();
    }

    DefinitionForm form() {
        return form;
    }

    Offers offers() {
        return offers;
    }

    Wrongs wrongs() {
        return wrongs;
    }

    /** The version that was seen; one that no campaign has for a form that was not made by our page. */
    int version() {
        return form.version().matches("[0-9]{1,9}") ? Integer.parseInt(form.version()) : -1;
    }

    private Input input(Fields fields, String at) {
        return new Input(fields, at, offers, wrongs);
    }

    private List<Trigger> triggers() {
        return IntStream.range(0, form.triggers().size())
                .mapToObj(n -> TriggerFields.read(input(form.triggers().get(n), "triggers[%d]".formatted(n))))
                .toList();
    }

    private @Nullable Schedule schedule() {
        return ScheduleFields.read(input(form.schedule(), "schedule"));
    }

    private Audience whom() {
        return AudienceForm.read(form.groups(), "", offers, wrongs);
    }

    private List<Step> steps() {
        if (form.steps().isEmpty()) {
            wrongs.add("steps", "campaign.wrong.no-steps");
        }
        return IntStream.range(0, form.steps().size())
                .mapToObj(n -> step(form.steps().get(n), "steps[%d]".formatted(n)))
                .toList();
    }

    private Step step(StepForm step, String at) {
        var choices = IntStream.range(0, step.choices().size())
                .mapToObj(n -> choice(step.choices().get(n), "%s.choices[%d]".formatted(at, n)))
                .toList();
        return new Step(choices, ActionFields.read(input(step.otherwise(), at + ".otherwise")));
    }

    private Choice choice(ChoiceForm choice, String at) {
        var when = AudienceForm.read(choice.groups(), at, offers, wrongs);
        return new Choice(when, ActionFields.read(input(choice.then(), at + ".then")));
    }

    private Again again() {
        return AgainFields.read(input(form.again(), "again"));
    }

    private int priority() {
        return input(Fields.NONE.with("priority", form.priority()), "").number("priority", 1, 99);
    }
}
