package rollcall.waitlist;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rollcall.member.Overtaking;
import rollcall.member.WaitlistLimits;
import rollcall.program.Program;
import rollcall.program.Programs;

/** What the settings mean for whoever comes: once a waitlist has stopped, free seats are theirs; and how many may wait. */
@Component
class WaitlistBounds implements Overtaking, WaitlistLimits {

    private final SettingRows settings;
    private final Programs programs;
    private final Clock clock;

    WaitlistBounds(SettingRows settings, Programs programs, Clock clock) {
        this.settings = settings;
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public boolean allowedIn(long programId) {
        var setting = settings.of(programId);
        return setting.stopMinutes() != null && setting.stoppedBy(programs.get(programId), clock.instant());
    }

    @Override
    public Set<Long> allowedIn(Collection<Program> those) {
        var stored = settings.of(those.stream().map(Program::key).toList());
        var now = clock.instant();
        return those.stream()
                .filter(one ->
                        stored.getOrDefault(one.key(), WaitlistSetting.USUAL).stoppedBy(one, now))
                .map(Program::key)
                .collect(Collectors.toSet());
    }

    @Override
    public OptionalInt mostIn(long programId) {
        var most = settings.of(programId).most();
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    @Override
    public Map<Long, Integer> mostIn(Collection<Long> programIds) {
        var most = new HashMap<Long, Integer>();
        settings.of(programIds).forEach((program, setting) -> {
            if (setting.most() != null) {
                most.put(program, setting.most());
            }
        });
        return most;
    }
}
