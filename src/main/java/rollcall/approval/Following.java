package rollcall.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rollcall.member.Consequences;
import rollcall.member.Consequences.Consequence;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** What follows from deciding on people who are pending: the letters they get, and who is told of them. */
@Component
class Following {

    private final List<Consequences> rooms;
    private final Programs programs;

    Following(List<Consequences> rooms, Programs programs) {
        this.rooms = rooms;
        this.programs = programs;
    }

    /** Nothing when nobody gets that status. */
    List<Consequence> of(Program program, StatusCode to, Collection<Long> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        var channel = programs.channelOf(program);
        var pending = Map.of(channel.status(StatusCode.PENDING_APPROVAL), List.copyOf(members));
        return rooms.stream()
                .flatMap(room -> room.of(program, channel.status(to), pending).stream())
                .toList();
    }
}
