package rollcall.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.campaign.Action.AddToProgram;
import rollcall.campaign.Action.CallWebhook;
import rollcall.mail.Template;
import rollcall.mail.Templates;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusNames;

/** Finds what the things are called that campaigns name. */
@Component
class CampaignNames {

    private final Programs programs;
    private final StatusNames statuses;
    private final Templates templates;
    private final CampaignPageReads reads;
    private final MessageSource messages;

    CampaignNames(
            Programs programs,
            StatusNames statuses,
            Templates templates,
            CampaignPageReads reads,
            MessageSource messages) {
        this.programs = programs;
        this.statuses = statuses;
        this.templates = templates;
        this.reads = reads;
        this.messages = messages;
    }

    /**
     * What says these definitions in the reader's language.
     *
     * @param campaigns those of the program, which may ask for one another
     */
    Sentences sentences(Program program, List<Campaign> campaigns, Collection<Definition> said) {
        return new Sentences(words(), names(program, campaigns, said));
    }

    Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }

    Names names(Program program, List<Campaign> campaigns, Collection<Definition> said) {
        return new Names(
                statuses(program, said),
                templates(program, said),
                campaigns.stream().collect(Collectors.toMap(Campaign::id, Campaign::name)),
                programs(said),
                calls(said) ? reads.webhooks() : Map.of());
    }

    Map<String, String> statuses(Program program) {
        return named(program, status -> true);
    }

    /** Also those of other channels that a campaign gives in other programs. */
    private Map<String, String> statuses(Program program, Collection<Definition> said) {
        var byKey = statuses(program);
        programs.all(others(said)).forEach(other -> statuses(other).forEach(byKey::putIfAbsent));
        return byKey;
    }

    /** Those that may be given in that program. */
    Map<String, String> given(Program program) {
        return named(program, status -> !status.hidden());
    }

    private Map<String, String> named(Program program, Predicate<Status> which) {
        var byKey = new LinkedHashMap<String, String>();
        programs.channelOf(program).statuses().stream()
                .filter(which)
                .forEach(status -> byKey.put(status.key(), statuses.of(status)));
        return byKey;
    }

    Map<Long, String> templates(Program program) {
        var byId = new LinkedHashMap<Long, String>();
        templates.of(program.key()).forEach(template -> byId.put(template.id(), template.name()));
        return byId;
    }

    /** Also those that were archived and that a campaign still names. */
    private Map<Long, String> templates(Program program, Collection<Definition> said) {
        var byId = new HashMap<>(templates(program));
        actions(said)
                .flatMap(action ->
                        action instanceof Action.SendMail(var template) ? Stream.of(template) : Stream.empty())
                .filter(id -> !byId.containsKey(id))
                .forEach(id -> templates.find(id).map(Template::name).ifPresent(name -> byId.put(id, name)));
        return byId;
    }

    private Map<Long, String> programs(Collection<Definition> said) {
        return reads.programs(others(said));
    }

    private static Set<Long> others(Collection<Definition> said) {
        return actions(said)
                .flatMap(action -> action instanceof AddToProgram(var id, var status) ? Stream.of(id) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static boolean calls(Collection<Definition> said) {
        return actions(said).anyMatch(CallWebhook.class::isInstance);
    }

    private static Stream<Action> actions(Collection<Definition> said) {
        return said.stream()
                .flatMap(definition -> definition.steps().stream())
                .flatMap(step ->
                        Stream.concat(step.choices().stream().map(Step.Choice::then), Stream.of(step.otherwise())));
    }
}
