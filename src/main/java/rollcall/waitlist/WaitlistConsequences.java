package rollcall.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rollcall.member.Consequences;
import rollcall.member.Seating;
import rollcall.program.Program;
import rollcall.program.Status;

/** Says before somebody leaves who gets the seat. */
@Component
class WaitlistConsequences implements Consequences {

    private final SettingRows settings;
    private final Seating seating;
    private final Clock clock;

    WaitlistConsequences(SettingRows settings, Seating seating, Clock clock) {
        this.settings = settings;
        this.seating = seating;
        this.clock = clock;
    }

    @Override
    public List<Consequence> of(Program program, Status to, Map<Status, List<Long>> changing) {
        if (to.inProgram() || Consequences.inAll(changing) == 0) {
            return List.of();
        }
        var setting = settings.of(program.key());
        if (setting.rest(program, clock.instant()).isPresent()
                || seating.look(program.key()).waiting() == 0) {
            return List.of();
        }
        return List.of(new Consequence("waitlist.consequence." + setting.mode(), List.of()));
    }
}
