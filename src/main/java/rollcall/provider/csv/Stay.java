package rollcall.provider.csv;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import rollcall.provider.AttendanceRecord;

/**
 * All visits of one person taken together. Somebody who was there twice at once, on two devices, was there once. What a
 * row says of its length counts where it is less than the time between its ends: Teams tells the first and the last only.
 */
final class Stay {

    private Stay() {}

    static AttendanceRecord of(List<Visit> visits) {
        return new AttendanceRecord(
                null,
                visits.stream()
                        .map(Visit::registrantId)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse(null),
                first(visits.stream().map(Visit::email).toList()),
                first(visits.stream().map(Visit::name).toList()),
                visits.stream()
                        .map(Visit::joined)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                there(visits));
    }

    private static String first(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static Duration there(List<Visit> visits) {
        var timed = visits.stream().filter(Stay::timed).toList();
        var untimed = visits.stream().filter(visit -> !timed(visit)).toList();
        return timed(timed).plus(said(untimed));
    }

    private static boolean timed(Visit visit) {
        return visit.joined() != null && visit.left() != null && !visit.left().isBefore(visit.joined());
    }

    private static Duration timed(List<Visit> visits) {
        var together = together(visits);
        var allSay = !visits.isEmpty() && visits.stream().allMatch(visit -> visit.duration() != null);
        var said = said(visits);
        return allSay && said.compareTo(together) < 0 ? said : together;
    }

    private static Duration together(List<Visit> visits) {
        var inAll = Duration.ZERO;
        var until = Instant.MIN;
        for (var visit : visits.stream()
                .sorted(comparing(one -> Objects.requireNonNull(one.joined())))
                .toList()) {
            var joined = Objects.requireNonNull(visit.joined());
            var left = Objects.requireNonNull(visit.left());
            var from = joined.isBefore(until) ? until : joined;
            if (left.isAfter(from)) {
                inAll = inAll.plus(Duration.between(from, left));
                until = left;
            }
        }
        return inAll;
    }

    private static Duration said(List<Visit> visits) {
        return visits.stream().map(Visit::duration).filter(Objects::nonNull).reduce(Duration.ZERO, Duration::plus);
    }
}
