package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import rollcall.job.JobRunner;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.OnH2;

/** A file of a million rows would be read five hundred times if each chunk began at its first row. */
@OnH2
class FileReadOnceTest {

    @Autowired
    private Imports imports;

    @Autowired
    private ImportsFixture fixture;

    @Autowired
    private MembersFixture people;

    @Autowired
    private JobRunner runner;

    @Autowired
    private OpenedFiles files;

    private Program program;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void begin() {
        program = people.program(null);
    }

    @AfterEach
    void noHook() {
        fixture.onChange(change -> {});
    }

    @Test
    void aDryRunCountsTheRowsLooksTwiceForDuplicatesAndJudgesThemInOneGo() {
        var uploaded = fixture.upload(program, ImportsFixture.rows(6_500, mark));
        files.forget();

        runner.run(imports.check(program, Actor.SYSTEM, uploaded, uploaded.plan()));

        assertThat(files.rowsRead()).containsExactly(6_500L, 6_500L, 6_500L, 6_500L);
        assertThat(imports.require(program, uploaded.id()).expected()).isEqualTo(new Totals(6_500, 0, 0, 0));
    }

    @Test
    void anImportReadsItsFileOnceAlsoWhenAChunkLosesARace() {
        var changeSets = new AtomicInteger();
        fixture.onChange(change -> {
            if (changeSets.incrementAndGet() == 2) {
                throw new CannotAcquireLockException("as if another transaction had won");
            }
        });
        var checked = fixture.check(program, ImportsFixture.rows(3_500, mark));
        files.forget();

        var done = fixture.finish(program, checked);

        assertThat(changeSets).hasValue(5);
        assertThat(files.rowsRead()).containsExactly(3_500L);
        assertThat(done.done()).isEqualTo(new Totals(3_500, 0, 0, 0));
    }

    @Test
    void anImportThatStoppedPassesOverWhatIsDoneOnce() {
        var checked = fixture.check(program, ImportsFixture.rows(3_500, mark));
        var job = imports.confirm(program, Actor.SYSTEM, checked.id());
        fixture.onChange(change -> Thread.currentThread().interrupt());
        files.forget();

        runner.run(job);
        assertThat(Thread.interrupted()).isTrue();
        fixture.onChange(change -> {});
        runner.run(job);

        assertThat(files.rowsRead()).containsExactly(1_000L, 3_500L);
        assertThat(imports.require(program, checked.id()).done()).isEqualTo(new Totals(3_500, 0, 0, 0));
    }
}
