package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Channel;
import rollcall.program.Programs;

/** Everything that happened to a person, in all programs together. */
@Service
public class PersonHistory {

    private final Programs programs;
    private final List<Timeline> timelines;
    private final CorrectionRows corrections;
    private final JdbcClient jdbc;

    PersonHistory(Programs programs, List<Timeline> timelines, CorrectionRows corrections, JdbcClient jdbc) {
        this.programs = programs;
        this.timelines = timelines;
        this.corrections = corrections;
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<Happening> of(Collection<Membership> memberships) {
        var all = new ArrayList<Happening>();
        if (!memberships.isEmpty()) {
            changes(memberships).stream()
                    .collect(Collectors.groupingBy(Happening::membership))
                    .forEach((membership, some) -> all.addAll(marked(membership, some)));
        }
        for (var one : memberships) {
            timelines.forEach(room ->
                    room.about(one.memberId()).forEach(entry -> all.add(new Happening(one, entry.at(), null, entry))));
        }
        all.sort(Comparator.comparing(Happening::at).reversed()); // stable: changes at one instant keep their order
        return all;
    }

    private List<Happening> changes(Collection<Membership> memberships) {
        var byMember = memberships.stream().collect(Collectors.toMap(Membership::memberId, Function.identity()));
        Map<Long, Channel> channels = new HashMap<>();
        return jdbc.sql(Histories.SELECT + "where c.member_id in (:members) order by c.member_id, c.seq desc")
                .param("members", byMember.keySet())
                .query((row, n) -> {
                    var channel = channels.computeIfAbsent(row.getLong("program_id"), this::channelOf);
                    var change = Histories.change(row, channel);
                    var membership = Objects.requireNonNull(byMember.get(row.getLong("member_id")));
                    return new Happening(membership, change.at(), change, null);
                })
                .list();
    }

    /** With what a correction took back shown as such. */
    private List<Happening> marked(Membership membership, List<Happening> some) {
        if (some.stream().map(Happening::change).filter(Objects::nonNull).noneMatch(Change::correction)) {
            return some;
        }
        var takenBack = corrections.takenBack(channelOf(membership.programId()), membership.memberId());
        return some.stream().map(one -> one.markedIn(takenBack)).toList();
    }

    private Channel channelOf(long programId) {
        return programs.channelOf(programs.get(programId));
    }
}
