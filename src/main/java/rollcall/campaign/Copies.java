package rollcall.campaign;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rollcall.mail.Template;
import rollcall.mail.Templates;
import rollcall.program.Actor;

/** Copies the campaigns of a program that is cloned: with the clone's own letters, asking for the clone's own campaigns. */
@Component
class Copies {

    private final CampaignRows rows;
    private final Templates templates;
    private final Clock clock;

    Copies(CampaignRows rows, Templates templates, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.clock = clock;
    }

    void make(long from, long to, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ids = new HashMap<Long, Long>();
        var originals = rows.of(from);
        originals.forEach(one -> ids.put(one.id(), rows.insert(to, one.name(), one.recipe(), now)));
        var letters = letters(from, to);
        for (var original : originals) {
            var definition = renumbered(original.definition(), letters, ids);
            rows.insertVersion(ids.getOrDefault(original.id(), 0L), 1, definition, by, now);
        }
    }

    /** Each letter's copy, found by its recipe or else by its name. */
    private Map<Long, Long> letters(long from, long to) {
        var copies = new HashMap<String, Long>();
        own(to).forEach(one -> copies.putIfAbsent(nameOf(one), one.id()));
        var letters = new HashMap<Long, Long>();
        own(from).forEach(one -> {
            var copy = copies.get(nameOf(one));
            if (copy != null) {
                letters.put(one.id(), copy);
            }
        });
        return letters;
    }

    private List<Template> own(long programId) {
        return templates.of(programId).stream()
                .filter(one -> one.programId() != null)
                .toList();
    }

    private static String nameOf(Template one) {
        return one.recipe() == null ? "name " + one.name() : "recipe " + one.recipe();
    }

    static Definition renumbered(Definition one, Map<Long, Long> letters, Map<Long, Long> campaigns) {
        var steps = one.steps().stream()
                .map(step -> new Step(
                        step.choices().stream()
                                .map(choice ->
                                        new Step.Choice(choice.when(), renumbered(choice.then(), letters, campaigns)))
                                .toList(),
                        renumbered(step.otherwise(), letters, campaigns)))
                .toList();
        return new Definition(one.triggers(), one.schedule(), one.audience(), steps, one.again(), one.priority());
    }

    private static Action renumbered(Action action, Map<Long, Long> letters, Map<Long, Long> campaigns) {
        return switch (action) {
            case Action.SendMail(var id) -> new Action.SendMail(letters.getOrDefault(id, id));
            case Action.RequestCampaign(var id) -> new Action.RequestCampaign(campaigns.getOrDefault(id, id));
            case Action other -> other;
        };
    }
}
