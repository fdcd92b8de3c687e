package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import rollcall.member.Change;
import rollcall.member.Corrections;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.Mistake;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** Random changes, corrections of members and corrections of change sets, in programs with few seats. */
@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class CorrectionInvariantTests {

    private static final int MEMBERS = 8;
    private static final int STEPS = 50;

    @Autowired
    private Inspection inspection;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Members members;

    @Autowired
    private TestClock clock;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whateverIsCorrectedBreaksNothing(long seed) {
        var program = fixture.program(4);
        var random = new Random(seed);
        var ids = fixture.members(program, MEMBERS, StatusCode.INVITED);
        var sets = new ArrayList<Long>();
        for (int step = 0; step < STEPS; step++) {
            clock.advance(Duration.ofMinutes(1));
            take(program, random, ids, sets);
        }
        assertThat(breaches()).isEmpty();
        assertThat(wrongSuccessDates(program, ids)).isEmpty();
        assertThat(sets).hasSizeGreaterThan(MEMBERS);
    }

    private void take(Program program, Random random, List<Long> ids, List<Long> sets) {
        var request = fixture.ask(program, StatusCode.values()[random.nextInt(StatusCode.values().length)]);
        var some = ids.stream().filter(id -> random.nextInt(3) == 0).toList();
        switch (random.nextInt(3)) {
            case 0 -> sets.add(changes.change(request, some).id());
            case 1 -> some.forEach(id -> corrections.correct(request, id));
            default -> {
                if (!sets.isEmpty()) {
                    var mistake = new Mistake.OfChangeSet(sets.get(random.nextInt(sets.size())));
                    sets.add(corrections.correct(request, mistake, some).id());
                }
            }
        }
    }

    private List<String> breaches() {
        return Inspected.breaches(inspection);
    }

    /** Members whose success date is not that of the first success in the history that counts. */
    private List<Long> wrongSuccessDates(Program program, List<Long> ids) {
        return ids.stream()
                .filter(id -> !Objects.equals(members.require(program, id).successAt(), firstSuccess(program, id)))
                .toList();
    }

    private @Nullable Instant firstSuccess(Program program, long id) {
        return members.history(program, id).reversed().stream()
                .filter(change -> change.to().success() && !change.takenBack())
                .map(Change::at)
                .findFirst()
                .orElse(null);
    }
}
