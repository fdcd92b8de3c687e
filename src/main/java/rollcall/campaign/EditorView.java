package rollcall.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.mail.LetterOrder;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * The form of a campaign as its page shows it: what was typed, what is wrong with it and what may be chosen.
 *
 * @param focus the id of what has the cursor; empty for nothing
 */
record EditorView(DefinitionForm form, Wrongs wrongs, Offers offers, Names names, Words words, String focus) {

    private static final Pattern PART = Pattern.compile("(triggers|steps|choices|groups|conditions)\\[(\\d+)]");

    private static final Set<String> REGISTERING = Set.of("registration-accepted", "registration-failed");

    private static final int LAST = 90;

    /** @param id of the field */
    record Problem(String id, String text) {}

    /** What is wrong with a field, in the reader's language; null when nothing is. */
    public @Nullable String wrong(String path) {
        var wrong = wrongs.at(path);
        return wrong == null ? null : said(wrong);
    }

    private String said(Wrongs.Wrong wrong) {
        return words.say(wrong.message(), wrong.arguments().toArray());
    }

    /** The name of a field as an id: {@code steps-1-otherwise-kind}. */
    public String id(String path) {
        return path.replaceAll("]?[.\\[\\]]", "-").replaceAll("-$", "");
    }

    public boolean focused(String path) {
        return !focus.isEmpty() && focus.equals(id(path));
    }

    /** Everything that is wrong, each with the part of the form that it is in. */
    public List<Problem> problems() {
        return wrongs.all().entrySet().stream()
                .map(entry -> new Problem(id(entry.getKey()), place(entry.getKey()) + said(entry.getValue())))
                .toList();
    }

    /** Step 2, choice 1, condition 3: */
    private String place(String path) {
        var parts = new ArrayList<String>();
        var found = PART.matcher(path);
        while (found.find()) {
            if (!found.group(1).equals("groups") || form.groups().size() > 1) {
                parts.add(words.say("campaign.part." + found.group(1), Integer.parseInt(found.group(2)) + 1));
            }
        }
        return parts.isEmpty() ? "" : Words.sentence(String.join(", ", parts)) + ": ";
    }

    public Map<String, String> options(String name) {
        return new EditorOptions(words).of(name);
    }

    /** Those that may be given; hidden ones are not to be chosen any more. */
    public Map<String, String> statuses() {
        return named(
                offers.statuses().stream().filter(status -> !status.hidden()).toList());
    }

    /** Those that may be given in the program that an action names. */
    public Map<String, String> statusesElsewhere(Fields action) {
        var there = offers.elsewhere().get(action.text("program"));
        return there == null ? statuses() : there;
    }

    /** Those that a condition or a trigger may name: a hidden one only stays where it is ticked. */
    public Map<String, String> statusesTold(Fields part, String name) {
        return named(offers.statuses().stream()
                .filter(status -> !status.hidden() || part.ticked(name, status.key()))
                .toList());
    }

    private Map<String, String> named(List<Status> statuses) {
        var named = new LinkedHashMap<String, String>();
        statuses.forEach(status -> named.put(status.key(), names.status(status.key())));
        return named;
    }

    public boolean has(Map<?, String> options, String chosen) {
        return options.keySet().stream().anyMatch(key -> key.toString().equals(chosen));
    }

    /** Whether everybody is out of the flow before that step, counted from 0. */
    public boolean neverReached(int step) {
        return form.steps().stream().limit(step).anyMatch(StepForm::last);
    }

    /** The fields that stand in no part. */
    public Fields values() {
        return Fields.NONE.with("name", form.name()).with("priority", form.priority());
    }

    public Fields matchOf(GroupForm group) {
        return Fields.NONE.with("match", group.match());
    }

    /** Before bulk mail, with it or after it; also what somebody else has set. */
    public Map<String, String> priorities() {
        var options = new LinkedHashMap<String, String>();
        options.put(Integer.toString(LetterOrder.FIRST), words.say("campaign.priority.first"));
        options.put(Integer.toString(LetterOrder.BULK), words.say("campaign.priority.normal"));
        options.put(Integer.toString(LAST), words.say("campaign.priority.last"));
        if (form.priority().matches("[1-9][0-9]?")) {
            options.putIfAbsent(form.priority(), form.priority());
        }
        return options;
    }

    /** Whether people come in by registering, and so may come in anew; asked where "once" would keep them out. */
    public boolean asksAfterReturn() {
        return form.triggers().stream().anyMatch(EditorView::byRegistering)
                || !form.again().text("afterReturn").isEmpty()
                || wrongs.at("again.afterReturn") != null;
    }

    private static boolean byRegistering(Fields trigger) {
        var to = trigger.all("to");
        return REGISTERING.contains(trigger.kind())
                || (trigger.is("status-changed")
                        && (to.isEmpty()
                                || to.contains(StatusCode.REGISTERED.name())
                                || to.contains(StatusCode.REGISTRATION_ERROR.name())));
    }
}
