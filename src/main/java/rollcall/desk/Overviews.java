package rollcall.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.member.Members;
import rollcall.member.SeatCount;
import rollcall.program.Channel;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Puts programs and the numbers of their members together, with as many queries for fifty as for one. */
@Component
class Overviews {

    private final Programs programs;
    private final Members members;
    private final Clock clock;

    Overviews(Programs programs, Members members, Clock clock) {
        this.programs = programs;
        this.members = members;
        this.clock = clock;
    }

    Overview of(Program program) {
        return of(List.of(program)).getFirst();
    }

    List<Overview> of(List<Program> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var counts = members.countsOf(some.stream().map(Program::key).toList());
        var seats = members.seatsOf(some);
        var channels = channelsOf(some);
        var now = clock.instant();
        return some.stream()
                .map(program -> overview(program, channels, counts.getOrDefault(program.key(), Map.of()), seats, now))
                .toList();
    }

    private Map<Long, Channel> channelsOf(List<Program> some) {
        var channels = new HashMap<Long, Channel>();
        for (var program : some) {
            channels.computeIfAbsent(program.channelId(), id -> programs.channelOf(program));
        }
        return channels;
    }

    private static Overview overview(
            Program program,
            Map<Long, Channel> channels,
            Map<String, Long> counts,
            Map<Long, SeatCount> seats,
            Instant now) {
        var channel = Objects.requireNonNull(channels.get(program.channelId()));
        var shares = Share.of(channel, counts);
        return new Overview(
                program,
                channel,
                shares,
                counts.getOrDefault(StatusCode.NOT_IN_PROGRAM.name(), 0L),
                seats.getOrDefault(program.key(), new SeatCount(null, Overview.holders(shares))),
                program.endedBy(now));
    }
}
