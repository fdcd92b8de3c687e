package rollcall.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.validation.BindingResult;
import rollcall.person.EmailAddress;
import rollcall.person.PersonDetails;
import rollcall.web.Text;

/**
 * People in a text as it is copied out of a mail or a sheet: addresses and {@code Name <address>}, one on a line or
 * several with commas, semicolons or tabs between them.
 *
 * @param people each address once, in the order of the text
 * @param repeated how many addresses stood there once more
 * @param bad the lines that hold something that is no person
 */
record PastedPeople(List<PersonDetails> people, int repeated, List<BadLine> bad) {

    /** A line that cannot be read, counted from one. */
    record BadLine(int number, String text) {}

    private static final String SEPARATORS = ",;\t";
    private static final Pattern EDGES = Pattern.compile("^[\\s,;]+|[\\s,;]+$");
    private static final Pattern NAMED = Pattern.compile("\"?(?<name>[^\"<>]*?)\"?\\s*<(?<address>[^<>]+)>");

    static PastedPeople parse(String text) {
        var people = new LinkedHashMap<String, PersonDetails>();
        var bad = new ArrayList<BadLine>();
        int read = 0;
        int number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            var onLine = line(line);
            if (onLine.isEmpty()) {
                bad.add(new BadLine(number, line.strip()));
                continue;
            }
            read += onLine.get().size();
            onLine.get().forEach(person -> people.merge(key(person), person, PersonDetails::filledFrom));
        }
        return new PastedPeople(List.copyOf(people.values()), read - people.size(), bad);
    }

    /** @param leaveOut whether lines that cannot be read are left out instead of held against the text */
    void check(BindingResult errors, boolean leaveOut) {
        if (!bad.isEmpty() && !leaveOut) {
            errors.rejectValue("people", "member.add.people.bad", new Object[] {bad.size()}, null);
        } else if (people.isEmpty()) {
            errors.rejectValue("people", "member.add.people.missing");
        } else if (people.size() > StatusChanges.MOST) {
            errors.rejectValue("people", "member.add.people.too-many");
        }
    }

    /** The people on a line, none on an empty one; nothing when a part of the line is no person. */
    private static Optional<List<PersonDetails>> line(String line) {
        var people = new ArrayList<PersonDetails>();
        for (var entry : entries(line)) {
            var read = entry(entry);
            if (read.isEmpty()
                    || !read.stream().allMatch(person -> person.problems().isEmpty())) {
                return Optional.empty();
            }
            people.addAll(read);
        }
        return Optional.of(people);
    }

    /** A separator ends an entry once it has an address, so that the comma of "Lovelace, Ada" does not. */
    private static List<String> entries(String line) {
        var entries = new ArrayList<String>();
        var entry = new StringBuilder();
        var quoted = false;
        for (var letter : line.toCharArray()) {
            quoted ^= letter == '"';
            if (!quoted && SEPARATORS.indexOf(letter) >= 0 && entry.indexOf("@") >= 0) {
                entries.add(entry.toString());
                entry.setLength(0);
            } else {
                entry.append(letter);
            }
        }
        entries.add(entry.toString());
        return entries.stream()
                .map(one -> EDGES.matcher(one).replaceAll(""))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<PersonDetails> entry(String entry) {
        var named = NAMED.matcher(entry);
        if (named.matches()) {
            return List.of(person(Text.tidy(named.group("name")), named.group("address")));
        }
        return List.of(entry.split("\\s+")).stream().map(PersonDetails::ofEmail).toList();
    }

    /** "Ada Lovelace" and "Lovelace, Ada"; a single word is a first name. */
    private static PersonDetails person(String name, String address) {
        int comma = name.indexOf(',');
        int space = name.lastIndexOf(' ');
        int split = comma >= 0 ? comma : space;
        var before = split < 0 ? name : name.substring(0, split).strip();
        var behind = split < 0 ? "" : name.substring(split + 1).strip();
        return new PersonDetails(
                Text.tidy(address), comma >= 0 ? behind : before, comma >= 0 ? before : behind, "", "", "", "", "", "");
    }

    private static String key(PersonDetails person) {
        return EmailAddress.parse(person.email()).orElseThrow().key();
    }
}
