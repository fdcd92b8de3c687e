package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.testing.OnH2;
import rollcall.testing.TestClock;
import rollcall.transfer.MemberImport.Stage;
import rollcall.transfer.Verdict.Kind;

@OnH2
class UploadSweepTest {

    @Autowired
    private UploadSweep sweep;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportsFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private RowStore rows;

    @Autowired
    private Uploads uploads;

    @Autowired
    private TestClock clock;

    @Test
    void aFileThatNobodyImportsIsDeletedAfterADay() throws IOException {
        var program = members.program(null);
        var checked = fixture.check(program, "email\nsweep@example.org\n");
        var file = uploads.path(String.valueOf(checked.storedName()));
        Files.setLastModifiedTime(file, FileTime.from(TestClock.START));

        clock.advance(Duration.ofHours(24));
        sweep.sweep();
        assertThat(Files.exists(file)).as("after exactly a day").isTrue();

        clock.advance(Duration.ofSeconds(1));
        sweep.sweep();
        assertThat(Files.exists(file)).isFalse();
        assertThat(imports.require(program, checked.id()).stage()).isEqualTo(Stage.EXPIRED);
        assertThat(rows.first(checked.id(), RowStore.Stage.CHECK, Kind.CREATED, 9))
                .isEmpty();
    }

    @Test
    void aFileThatAnImportStillNeedsStays() throws IOException {
        var program = members.program(null);
        var checked = fixture.check(program, "email\nsweep@example.org\n");
        imports.confirm(program, Actor.SYSTEM, checked.id());
        var file = uploads.path(String.valueOf(checked.storedName()));
        Files.setLastModifiedTime(file, FileTime.from(TestClock.START));

        clock.advance(Duration.ofDays(3));
        sweep.sweep();

        assertThat(Files.exists(file)).isTrue();
        fixture.finish(program, checked);
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void refusedRowsAreForgottenAfterAMonth() {
        var program = members.program(null);
        var done = fixture.run(program, "email\nnobody\n");

        clock.advance(Duration.ofDays(30));
        sweep.sweep();
        assertThat(rows.first(done.id(), RowStore.Stage.DONE, Kind.REFUSED, 9)).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        sweep.sweep();
        assertThat(rows.first(done.id(), RowStore.Stage.DONE, Kind.REFUSED, 9)).isEmpty();
        assertThat(imports.require(program, done.id()).done()).isEqualTo(new Totals(0, 0, 0, 1));
    }
}
