package rollcall.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rollcall.member.Forecasted;
import rollcall.member.Newcomer;
import rollcall.person.Known;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.transfer.Read.Entry;
import rollcall.transfer.Read.Refused;

/** Says what each row would come to, a thousand at a time, asking the database once for all of them. Writes nothing. */
final class Judge {

    private static final Verdict UNDECIDED = new Verdict(Verdict.Kind.UNCHANGED, null);

    private final Function<List<String>, Map<String, Person>> people;
    private final Function<Collection<String>, Map<String, Instant>> erased;
    private final Function<List<Newcomer>, List<Forecasted>> forecast;
    private final Known known;

    /**
     * @param people who is known under these keys of e-mail addresses; see {@link rollcall.person.People#byEmailKeys}
     * @param erased when those addresses were erased that are not to come back by themselves
     * @param forecast what joining would come to; see {@link rollcall.member.Forecast#join}
     */
    Judge(
            Function<List<String>, Map<String, Person>> people,
            Function<Collection<String>, Map<String, Instant>> erased,
            Function<List<Newcomer>, List<Forecasted>> forecast,
            Known known) {
        this.people = people;
        this.erased = erased;
        this.forecast = forecast;
        this.known = known;
    }

    /**
     * @param rows a thousand at most, in the order of the file
     * @param first the number of the first of them
     * @param duplicates the lines where the addresses of some of these rows stood first, by the row's number
     */
    List<Judged> judge(List<Read> rows, long first, Map<Long, Long> duplicates) {
        var judged = new ArrayList<Judged>();
        var open = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var verdict = beforehand(rows.get(i), duplicates.get(first + i));
            judged.add(Judged.of(first + i, rows.get(i), verdict == null ? UNDECIDED : verdict));
            if (verdict == null) {
                open.add(i);
            }
        }
        decide(judged, open);
        return judged;
    }

    /** The verdict that needs no database; null when it does. */
    private static @Nullable Verdict beforehand(Read row, @Nullable Long firstLine) {
        return switch (row) {
            case Refused refused -> Verdict.refused(refused.refusal());
            case Entry entry
            when firstLine != null -> Verdict.refused(new Refusal(Refusal.Reason.DUPLICATE, firstLine.toString()));
            case Entry entry -> null;
        };
    }

    private void decide(List<Judged> judged, List<Integer> open) {
        var stored = people.apply(
                open.stream().map(i -> judged.get(i).entry().emailKey()).toList());
        refuse(judged, open, stored);
        var entries = open.stream().map(i -> judged.get(i).entry()).toList();
        var forecasts = forecast.apply(newcomers(entries, stored));
        for (int n = 0; n < open.size(); n++) {
            var entry = entries.get(n);
            var said = forecasts.get(n);
            var news = said.bringsNews() || changes(stored.get(entry.emailKey()), entry.details());
            judged.set(open.get(n), judged.get(open.get(n)).with(said.move(), Verdict.of(said.move(), news)));
        }
    }

    /** Takes out those who were erased, and a second address of somebody who stands further up. */
    private void refuse(List<Judged> judged, List<Integer> open, Map<String, Person> stored) {
        var gone = erased.apply(open.stream()
                .map(i -> judged.get(i).entry().emailKey())
                .filter(key -> !stored.containsKey(key))
                .toList());
        var lines = new HashMap<Long, Long>();
        open.removeIf(i -> {
            var entry = judged.get(i).entry();
            var refusal = refusal(entry, gone.get(entry.emailKey()), stored.get(entry.emailKey()), lines);
            if (refusal != null) {
                judged.set(i, judged.get(i).with(Verdict.refused(refusal)));
            }
            return refusal != null;
        });
    }

    private static @Nullable Refusal refusal(
            Entry entry, @Nullable Instant erasedAt, @Nullable Person person, Map<Long, Long> lines) {
        if (erasedAt != null) {
            return new Refusal(Refusal.Reason.ERASED, erasedAt.toString().substring(0, 10));
        }
        var line = person == null
                ? null
                : lines.putIfAbsent(person.id(), entry.row().line());
        return line == null ? null : new Refusal(Refusal.Reason.DUPLICATE, line.toString());
    }

    /** People who are not known yet get a negative number, each their own. */
    private static List<Newcomer> newcomers(List<Entry> entries, Map<String, Person> stored) {
        var newcomers = new ArrayList<Newcomer>();
        for (int n = 0; n < entries.size(); n++) {
            var person = stored.get(entries.get(n).emailKey());
            newcomers.add(newcomer(entries.get(n), person == null ? -1 - n : person.id()));
        }
        return newcomers;
    }

    static Newcomer newcomer(Entry entry, long personId) {
        return new Newcomer(
                personId,
                entry.to().key(),
                entry.reason(),
                entry.since(),
                entry.registrantId(),
                entry.joinLink(),
                entry.answers());
    }

    private boolean changes(@Nullable Person stored, PersonDetails brought) {
        return stored != null && !known.combine(stored.details(), brought).equals(stored.details());
    }
}
