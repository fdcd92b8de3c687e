package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.job.Job;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.member.MemberFilterForm;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.Erasures;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.TestClock;

abstract class ExportsTests {

    private static final Actor ADA = new Actor("account:7", "Ada");
    /** By rollcall.export.chunk, which is smaller in tests. */
    private static final int CHUNK = 300;

    private static final int SOME_MORE_THAN_A_CHUNK = CHUNK + 3;

    @Autowired
    private Exports exports;

    @Autowired
    private ExportExpiry expiry;

    @Autowired
    private ExportWorker worker;

    @Autowired
    private PreparedFiles files;

    @Autowired
    private ExportFolder folder;

    @Autowired
    private WatchedExport export;

    @Autowired
    private MembersFixture people;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = people.program(null);
        LocaleContextHolder.setLocale(Locale.of("sv"));
    }

    @AfterEach
    void end() {
        LocaleContextHolder.resetLocaleContext();
        export.after(() -> {});
    }

    @Test
    void aPreparedCsvIsTheOneThatIsHandedOutAtOnce() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        people.member(program, ATTENDED);

        var one = run(prepare("status=INVITED&sort=email", ListFormat.CSV));

        assertThat(jobOf(one))
                .returns(JobState.DONE, Job::state)
                .returns((long) SOME_MORE_THAN_A_CHUNK, Job::done)
                .returns((long) SOME_MORE_THAN_A_CHUNK, Job::total);
        assertThat(exports.ready(one)).isTrue();
        assertThat(one.rows()).isEqualTo(SOME_MORE_THAN_A_CHUNK);
        assertThat(one.bytes()).isEqualTo(Files.size(path(one)));
        assertThat(Files.readString(path(one)))
                .isEqualTo(atOnce("status=INVITED&sort=email"))
                .contains("Inbjuden");
        assertThat(beside(one)).as("what is needed only while it is written").isEmpty();
    }

    @Test
    void nobodyStandsTwiceOrIsLostWhenTheProcessIsKilledWithinAPart() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var prepared = prepare("", ListFormat.CSV);
        stopAfterTheFirstPart();
        var half = run(prepared);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(jobOf(half).done()).isEqualTo(CHUNK);
        Files.writeString(part(half), "\"what was written and never noted", StandardOpenOption.APPEND);

        var whole = run(prepared);

        assertThat(Files.readString(path(whole))).isEqualTo(atOnce(""));
        assertThat(whole.rows()).isEqualTo(SOME_MORE_THAN_A_CHUNK);
    }

    @Test
    void aFileThatIsShorterThanNotedIsBegunAnew() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var prepared = prepare("", ListFormat.CSV);
        stopAfterTheFirstPart();
        var half = run(prepared);
        assertThat(Thread.interrupted()).isTrue();
        Files.writeString(part(half), "lost");

        assertThat(Files.readString(path(run(prepared)))).isEqualTo(atOnce(""));
    }

    @Test
    void aNodeThatWasTakenForDeadSpoilsNothingWhenItWakesUpWithinAPart() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var id = prepare("", ListFormat.CSV);
        export.after(() -> {
            export.after(() -> {});
            clock.advance(Duration.ofSeconds(61));
            run(id);
        });

        run(id);

        assertThat(jobOf(file(id)).state()).isEqualTo(JobState.DONE);
        assertThat(exports.ready(file(id))).isTrue();
        assertThat(Files.readString(path(file(id)))).isEqualTo(atOnce(""));
    }

    @Test
    void aNodeThatWasTakenForDeadSpoilsNothingWhenItWakesUpBeforeItNotesWhoMatches() throws IOException {
        var first = people.member(program, INVITED);
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var id = prepare("status=INVITED", ListFormat.CSV);
        var asItBegan = jobOf(file(id));
        var expected = atOnce("status=INVITED");
        stopAfterTheFirstPart();
        run(id);
        assertThat(Thread.interrupted()).isTrue();

        people.change(program, List.of(first), ATTENDED);
        people.member(program, INVITED);
        worker.run().prepare(asItBegan);

        assertThat(Files.readString(path(run(id)))).isEqualTo(expected);
    }

    @Test
    void aFileThatIsNotWhatWasWrittenIsNotHandedOut() throws IOException {
        people.member(program, INVITED);
        var one = run(prepare("", ListFormat.CSV));
        Files.writeString(path(one), "more", StandardOpenOption.APPEND);

        assertThat(exports.ready(one)).isFalse();
        assertThatThrownBy(() -> exports.fetch(Actor.SYSTEM, program, one)).isInstanceOf(NoSuchFile.class);
    }

    @Test
    void aWorkbookThatAnotherProcessBeganIsBegunAnewWithTheSameMembers() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var prepared = prepare("", ListFormat.XLSX);
        stopAfterTheFirstPart();
        run(prepared);
        assertThat(Thread.interrupted()).isTrue();
        people.member(program, INVITED);

        var whole = run(prepared);

        assertThat(jobOf(whole).state()).isEqualTo(JobState.DONE);
        assertThat(whole.rows()).isEqualTo(SOME_MORE_THAN_A_CHUNK);
        try (var zip = new ZipFile(path(whole).toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.split("<row")).hasSize(SOME_MORE_THAN_A_CHUNK + 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPreparedIsItsOwnersOnly(ListFormat format) throws IOException {
        people.member(program, INVITED);

        assertThat(FolderTest.permissions(path(run(prepare("", format))))).isEqualTo("rw-------");
    }

    @Test
    void aListOfNobodyIsAFileOfHeadings() throws IOException {
        var one = run(prepare("", ListFormat.CSV));

        assertThat(exports.ready(one)).isTrue();
        assertThat(Files.readString(path(one))).isEqualTo(atOnce("")).contains("E-post");
    }

    @Test
    void whoMatchesWhenTheWorkBeginsIsInTheFileAndNobodyElse() throws IOException {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var parts = new AtomicInteger();
        export.after(() -> {
            if (parts.incrementAndGet() == 1) {
                people.members(program, 5, INVITED);
            }
        });

        var one = run(prepare("", ListFormat.CSV));

        assertThat(parts).hasValue(2);
        assertThat(one.rows()).isEqualTo(SOME_MORE_THAN_A_CHUNK);
    }

    @Test
    void askingTwiceIsOneFile() {
        var request = UUID.randomUUID();
        var first = prepare("", ListFormat.CSV, request);

        assertThat(prepare("", ListFormat.CSV, request)).isEqualTo(first);
        run(first);
        assertThat(prepare("", ListFormat.CSV, request)).isEqualTo(first);
        assertThat(prepare("", ListFormat.CSV, UUID.randomUUID())).isNotEqualTo(first);
    }

    @Test
    void nobodyHasTwoWrittenAtATime() {
        var first = ask(Actor.SYSTEM);

        assertThat(ask(Actor.SYSTEM)).isEqualTo(new Exports.Asked(first.id(), true));
        assertThat(ask(ADA).another()).as("somebody else").isFalse();
        assertThat(prepare(people.program(null), "", ListFormat.CSV, null))
                .as("of another program")
                .isNotEqualTo(first.id());

        jobs.cancel(jobOf(file(first.id())).id());
        run(first.id());
        assertThat(ask(Actor.SYSTEM).another()).isFalse();
    }

    @Test
    void whoAsksManyTimesAtOnceGetsOne() throws Exception {
        try (var lanes = Executors.newFixedThreadPool(8)) {
            var ids = new HashSet<Long>();
            Callable<Long> asking = () -> ask(Actor.SYSTEM).id();
            for (var asked : lanes.invokeAll(Collections.nCopies(8, asking))) {
                ids.add(asked.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    private Exports.Asked ask(Actor who) {
        var chosen = Chosen.of(null, null, export.questions(program));
        return exports.prepare(program, who, MemberFilterForm.EVERYBODY, chosen, ListFormat.CSV, null);
    }

    @Test
    void theOldestMakesRoomForTheNext() {
        var others = ask(ADA).id();
        run(others);
        var all = new ArrayList<PreparedFile>();
        for (var i = 0; i < ExportLimits.MOST; i++) {
            all.add(run(prepare("", ListFormat.CSV)));
        }
        assertThat(all).allMatch(exports::ready);
        var oldest = path(all.getFirst());

        var next = run(prepare("", ListFormat.CSV));

        assertThat(oldest).doesNotExist();
        assertThat(exports.ready(file(all.getFirst().id()))).isFalse();
        assertThat(all.subList(1, all.size())).allMatch(exports::ready);
        assertThat(exports.ready(next)).isTrue();
        assertThat(exports.ready(file(others))).as("somebody else's").isTrue();
    }

    @Test
    void whatIsStoppedLeavesNothingBehind() {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var id = prepare("q=member", ListFormat.XLSX);
        var name = String.valueOf(file(id).storedName());
        export.after(() -> jobs.cancel(jobOf(file(id)).id()));

        var one = run(id);

        assertThat(jobOf(one).state()).isEqualTo(JobState.CANCELLED);
        assertThat(one.storedName()).isNull();
        assertThat(one.filter()).as("what was searched for may be a name").isEmpty();
        assertThat(folder.path(name)).doesNotExist();
        assertThat(beside(name)).isEmpty();
    }

    @Test
    void whatCannotBeStoredIsToldAndLeavesNothingBehind() throws IOException {
        people.member(program, INVITED);
        var id = prepare("", ListFormat.CSV);
        var inTheWay = Files.createDirectory(folder.path(String.valueOf(file(id).storedName())));

        var one = run(id);

        assertThat(jobOf(one))
                .returns(JobState.FAILED, Job::state)
                .returns("transfer.prepared.not-written", Job::problem);
        assertThat(one.storedName()).isNull();
        assertThat(inTheWay).doesNotExist();
        assertThat(beside(inTheWay.getFileName().toString())).isEmpty();
    }

    @Test
    void aFileIsThereForADayFromWhenItWasReady() throws IOException {
        people.member(program, INVITED);
        var id = prepare("q=ada", ListFormat.CSV);
        clock.set(clock.instant().plus(Duration.ofHours(3)));
        var one = run(id);
        var lay = path(one);

        clock.set(clock.instant().plus(Duration.ofHours(24)).minusSeconds(1));
        expiry.sweep();
        assertThat(exports.ready(file(id))).isTrue();
        assertThat(lay).exists();

        clock.set(clock.instant().plusSeconds(1));
        assertThat(exports.ready(file(id))).as("before anybody swept").isFalse();
        expiry.sweep();
        assertThat(lay).doesNotExist();
        assertThat(file(id)).returns(null, PreparedFile::storedName).returns("", PreparedFile::filter);
        assertThatThrownBy(() -> exports.fetch(Actor.SYSTEM, program, file(id))).isInstanceOf(NoSuchFile.class);
    }

    @Test
    void filesThatNobodyKnowsOfAreSwept(@TempDir Path data) throws IOException {
        var ours = new ExportFolder(data);
        var unknown = ours.path(ours.newName("csv"));
        var known = ours.path(String.valueOf(file(prepare("", ListFormat.CSV)).storedName()));
        var besideKnown = known.resolveSibling(known.getFileName() + ".run.ids");
        for (var file : List.of(unknown, known, besideKnown)) {
            Files.writeString(file, "some");
            Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        }

        transaction.executeWithoutResult(status -> new ExportExpiry(files, ours, transactions, clock).sweep());

        assertThat(unknown).doesNotExist();
        assertThat(known).exists();
        assertThat(besideKnown).exists();
    }

    @Test
    void whoIsErasedStaysInNoFile() {
        people.members(program, SOME_MORE_THAN_A_CHUNK, INVITED);
        var leaver = people.member(program, INVITED);
        var ready = run(prepare("", ListFormat.CSV));
        var lay = path(ready);
        var elsewhere = people.program(null);
        people.member(elsewhere, INVITED);
        var other = run(prepare(elsewhere, "", ListFormat.CSV, null));
        var parts = new AtomicInteger();
        export.after(() -> {
            if (parts.incrementAndGet() == 1) {
                leaveAndBeErased(leaver);
            }
        });

        var running = run(prepare("", ListFormat.CSV));

        assertThat(jobOf(running))
                .returns(JobState.FAILED, Job::state)
                .returns("transfer.prepared.withdrawn", Job::problem);
        assertThat(running.storedName()).isNull();
        assertThat(exports.ready(file(ready.id()))).isFalse();
        assertThat(lay).doesNotExist();
        assertThat(exports.ready(file(other.id()))).as("of another program").isTrue();
    }

    @Test
    void aNodeWhoseClockIsBehindDoesNotGiveOutWhatWasWithdrawn() {
        var leaver = people.member(program, INVITED);
        export.after(() -> {
            leaveAndBeErased(leaver);
            clock.advance(Duration.ofMinutes(-5));
        });

        var one = run(prepare("", ListFormat.CSV));

        assertThat(exports.ready(one)).isFalse();
    }

    @Test
    void whatIsPreparedWhileSomebodyIsErasedIsWithdrawnAsWell() {
        people.member(program, INVITED);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

        var prepared = Objects.requireNonNull(transaction.execute(erasing -> {
            expiry.withdraw(List.of(program.key()));
            return apart.execute(another -> run(prepare("", ListFormat.CSV)));
        }));

        assertThat(prepared.rows()).as("the one who is being erased").isEqualTo(1);
        assertThat(exports.ready(file(prepared.id()))).isFalse();
        assertThat(path(prepared)).doesNotExist();
    }

    private void leaveAndBeErased(long leaver) {
        changes.change(people.ask(program, NOT_IN_PROGRAM), leaver);
        erasures.erase(people.personOf(leaver), "erased");
    }

    private void stopAfterTheFirstPart() {
        export.after(() -> {
            export.after(() -> {});
            Thread.currentThread().interrupt();
        });
    }

    private long prepare(String list, ListFormat format) {
        return prepare(list, format, null);
    }

    private long prepare(String list, ListFormat format, @Nullable UUID request) {
        return prepare(program, list, format, request);
    }

    private long prepare(Program of, String list, ListFormat format, @Nullable UUID request) {
        var chosen = Chosen.of(null, null, export.questions(of));
        return exports.prepare(of, Actor.SYSTEM, MemberFilterForm.parse(list), chosen, format, request)
                .id();
    }

    private PreparedFile run(long id) {
        runner.run(jobOf(file(id)).id());
        return file(id);
    }

    private PreparedFile file(long id) {
        return files.find(id).orElseThrow();
    }

    private Job jobOf(PreparedFile one) {
        return exports.jobOf(one);
    }

    private Path path(PreparedFile one) {
        return folder.path(String.valueOf(one.storedName()));
    }

    /** What the run that writes it has written so far. */
    private Path part(PreparedFile one) {
        return beside(one).stream()
                .filter(file -> !file.toString().endsWith(".ids"))
                .toList()
                .getFirst();
    }

    private List<Path> beside(PreparedFile one) {
        return beside(String.valueOf(one.storedName()));
    }

    private List<Path> beside(String name) {
        try (var files = Files.list(folder.path(name).getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String atOnce(String list) throws IOException {
        var form = MemberFilterForm.parse(list);
        var bytes = new ByteArrayOutputStream();
        try (var out = ListFormat.CSV.open(bytes, "")) {
            export.write(
                    program,
                    form.filter(program.zoneId()),
                    form.sort(),
                    Chosen.of(null, null, export.questions(program)),
                    out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
