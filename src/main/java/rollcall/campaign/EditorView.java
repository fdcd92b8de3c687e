package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a campaign as its page shows it: what was typed, what is wrong with it and what may be chosen.
 *
 * @param focus the id of what has the cursor; empty for nothing
 */
record EditorView(DefinitionForm form, Wrongs wrongs, Offers offers, Names names, Words words, String focus) {

    private static final Pattern PART = Pattern.compile("(triggers|steps|choices|groups|conditions)\\[(\\d+)]");

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

    public String status(String key) {
        return names.status(key);
    }
}
