package rollcall.torture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.program.StatusCode;

/**
 * What was asked for, and what was said to it. Later it is held against what is there: whatever was acknowledged must be,
 * whatever was refused must not, and what was never answered is there for all whom it meant, or for nobody.
 */
final class Ledger {

    private enum Answer {
        NONE,
        YES,
        NO
    }

    private static final int SHOWN = 5;

    private final Map<Deed, Answer> deeds = new LinkedHashMap<>();

    synchronized Deed ask(String what, Collection<String> people, StatusCode to) {
        var deed = new Deed(deeds.size() + 1, what, Set.copyOf(people), to);
        deeds.put(deed, Answer.NONE);
        return deed;
    }

    synchronized void acknowledge(Deed deed) {
        deeds.put(deed, Answer.YES);
    }

    synchronized void refuse(Deed deed) {
        deeds.put(deed, Answer.NO);
    }

    synchronized long acknowledged() {
        return count(Answer.YES);
    }

    private long count(Answer answer) {
        return deeds.values().stream().filter(answer::equals).count();
    }

    /** @param there how far each member is now, by the e-mail address */
    synchronized List<String> broken(Map<String, StatusCode> there) {
        var asked = asked();
        return Stream.concat(
                        deeds.entrySet().stream()
                                .flatMap(entry -> broken(entry.getKey(), entry.getValue(), there, asked).stream()),
                        unasked(there, asked).stream())
                .toList();
    }

    /** What each person may have come to, and by which deed. */
    private Map<String, List<Deed>> asked() {
        return deeds.entrySet().stream()
                .filter(entry -> entry.getValue() != Answer.NO)
                .flatMap(entry -> entry.getKey().people().stream().map(person -> Map.entry(person, entry.getKey())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static List<String> broken(
            Deed deed, Answer answer, Map<String, StatusCode> there, Map<String, List<Deed>> asked) {
        var by = deed.people().stream().collect(Collectors.partitioningBy(person -> reached(there, person, deed.to())));
        var missing = by.get(false);
        var alone = by.get(true).stream()
                .filter(person -> !others(deed, asked, person))
                .toList();
        return switch (answer) {
            case YES -> said("Acknowledged and lost: ", deed, missing);
            case NO -> said("Refused and done: ", deed, alone);
            case NONE -> alone.isEmpty() ? List.of() : said("Never answered and half done: ", deed, missing);
        };
    }

    private static boolean reached(Map<String, StatusCode> there, String person, StatusCode to) {
        return there.getOrDefault(person, StatusCode.NOT_IN_PROGRAM).compareTo(to) >= 0;
    }

    /** Whether another deed may have brought them as far. */
    private static boolean others(Deed deed, Map<String, List<Deed>> asked, String person) {
        return asked.getOrDefault(person, List.of()).stream()
                .anyMatch(one -> !one.equals(deed) && one.to().compareTo(deed.to()) >= 0);
    }

    private static List<String> unasked(Map<String, StatusCode> there, Map<String, List<Deed>> asked) {
        var strange = there.entrySet().stream()
                .filter(entry -> asked.getOrDefault(entry.getKey(), List.of()).stream()
                        .noneMatch(deed -> deed.to() == entry.getValue()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return strange.isEmpty() ? List.of() : List.of("Nobody asked for it: " + first(strange));
    }

    private static List<String> said(String what, Deed deed, List<String> people) {
        return people.isEmpty() ? List.of() : List.of(what + deed + ", " + first(people));
    }

    private static String first(List<String> people) {
        var more = people.size() > SHOWN ? ", … (" + people.size() + ")" : "";
        return people.stream().sorted().limit(SHOWN).collect(Collectors.joining(", ", "", more));
    }

    @Override
    public synchronized String toString() {
        return "%d asked, %d acknowledged, %d refused, %d never answered"
                .formatted(deeds.size(), count(Answer.YES), count(Answer.NO), count(Answer.NONE));
    }
}
