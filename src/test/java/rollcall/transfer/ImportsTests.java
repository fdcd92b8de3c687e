package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.WAITLISTED;
import static rollcall.transfer.ImportsFixture.lines;
import static rollcall.transfer.ImportsFixture.status;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import rollcall.job.Job;
import rollcall.job.JobRunner;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.job.Progress;
import rollcall.member.BroughtAlong;
import rollcall.member.Cause;
import rollcall.member.MemberFilter;
import rollcall.member.MemberLine;
import rollcall.member.MemberSort;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.person.Erasures;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.transfer.RowStore.Stage;
import rollcall.transfer.Verdict.Kind;

abstract class ImportsTests {

    @Autowired
    private Imports imports;

    @Autowired
    private ImportsFixture fixture;

    @Autowired
    private MembersFixture people;

    @Autowired
    private Members members;

    @Autowired
    private BroughtAlong brought;

    @Autowired
    private Erasures erasures;

    @Autowired
    private People known;

    @Autowired
    private RowStore rows;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private CheckWorker checks;

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
    void everyRowGetsAVerdictBeforeAnythingIsWrittenAndTheSameOneAfterwards() {
        var invited = email(people.member(program, INVITED));
        var there = email(people.member(program, ATTENDED));
        var text = """
            E-mail,First name,Company,Status,Status reason
            new-%1$s@example.org,Nora,Acme,Registered,
            %2$s,,,Registered,
            %3$s,,,Registered,
            no address,Bo,,Registered,
            NEW-%1$s@example.org,Nora again,,Invited,
            also-%1$s@example.org,Alma,,Rejected,
            third-%1$s@example.org,Tor,,Whatever,
            """.formatted(mark, invited, there);

        var checked = fixture.check(program, text);

        assertThat(checked.expected()).isEqualTo(new Totals(1, 1, 1, 4));
        assertThat(people.counted(program)).isEqualTo(Map.of("INVITED", 1L, "ATTENDED", 1L));
        assertThat(known.byEmail("new-" + mark + "@example.org")).isEmpty();
        assertThat(shown(checked, Stage.CHECK))
                .containsExactly(
                        "5 EMAIL_INVALID",
                        "6 DUPLICATE",
                        "7 REASON_REQUIRED",
                        "8 STATUS_UNKNOWN",
                        "2 CREATED",
                        "3 UPDATED",
                        "4 UNCHANGED");

        var done = fixture.finish(program, checked);

        assertThat(done.done()).isEqualTo(checked.expected());
        assertThat(done.endState()).isEqualTo(JobState.DONE);
        assertThat(people.counted(program)).isEqualTo(Map.of("REGISTERED", 2L, "ATTENDED", 1L));
        assertThat(shown(done, Stage.CHECK)).isEmpty();
        var refused = new ArrayList<String>();
        rows.eachRefused(done.id(), (row, cells) -> refused.add(row.line() + " " + cells));
        assertThat(refused)
                .containsExactly(
                        "5 [no address, Bo, , Registered, ]",
                        "6 [NEW-%s@example.org, Nora again, , Invited, ]".formatted(mark),
                        "7 [also-%s@example.org, Alma, , Rejected, ]".formatted(mark),
                        "8 [third-%s@example.org, Tor, , Whatever, ]".formatted(mark));
        assertThat(members.history(program, member("new-" + mark)))
                .singleElement()
                .returns(Cause.IMPORT, change -> change.cause())
                .returns(done.jobId(), change -> change.jobId());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var text =
                "email,name,diet,registrant id,join link\nsame-%s@example.org,Ada Lovelace,vegan,R1,https://x.example/j\n"
                        .formatted(mark);
        fixture.run(program, text);

        var again = fixture.run(program, text);

        assertThat(again.expected()).isEqualTo(new Totals(0, 0, 1, 0));
        assertThat(again.done()).isEqualTo(again.expected());
        assertThat(brought.of(List.of(member("same-" + mark))).values())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.registrantId()).isEqualTo("R1");
                    assertThat(one.joinLink()).isEqualTo("https://x.example/j");
                    assertThat(one.answers()).containsExactly(Map.entry("diet", "vegan"));
                });

        var other = fixture.run(program, text.replace("vegan", "fish"));

        assertThat(other.done()).isEqualTo(new Totals(0, 1, 0, 0));
        assertThat(members.answers(member("same-" + mark))).containsExactly(Map.entry("diet", "fish"));
    }

    @Test
    void peopleWhoAreKnownKeepFillOrChangeTheirDetails() {
        var email = "known-%s@example.org".formatted(mark);
        known.bring(List.of(new PersonDetails(email, "Ada", "", "Acme", "", "", "", "", "")), Known.LEAVE);
        var text = "email,first name,last name,company\n%s,Augusta,Lovelace,Engines\n".formatted(email);

        assertThat(fixture.run(program, text, with(Known.LEAVE)).done()).isEqualTo(new Totals(1, 0, 0, 0));
        assertThat(person(email)).isEqualTo("Ada  Acme");
        assertThat(fixture.run(program, text, with(Known.FILL_BLANKS)).done()).isEqualTo(new Totals(0, 1, 0, 0));
        assertThat(person(email)).isEqualTo("Ada Lovelace Acme");
        assertThat(fixture.run(program, text, with(Known.OVERWRITE)).done()).isEqualTo(new Totals(0, 1, 0, 0));
        assertThat(person(email)).isEqualTo("Augusta Lovelace Engines");
        assertThat(fixture.run(program, text, with(Known.OVERWRITE)).done()).isEqualTo(new Totals(0, 0, 1, 0));
    }

    @Test
    void seatsGoToTheFirstRowsAndWhoIsRegisteredElsewhereAlreadyNeedsNone() {
        program = people.program(2);
        var text = "email\na-%1$s@example.org\nb-%1$s@example.org\nc-%1$s@example.org\n".formatted(mark);

        var checked = fixture.check(program, text, status("REGISTERED"));
        var done = fixture.finish(program, checked);

        assertThat(checked.expected()).isEqualTo(new Totals(2, 0, 0, 1)).isEqualTo(done.done());
        assertThat(shown(done, Stage.DONE)).containsExactly("4 PROGRAM_FULL");
        assertThat(known.byEmail("c-" + mark + "@example.org")).isEmpty();

        var elsewhere = fixture.run(
                program,
                text,
                plan -> new ImportPlan(plan.mapping(), "REGISTERED", "", Known.LEAVE, true, DayOrder.UNSAID, false));

        assertThat(elsewhere.expected()).isEqualTo(new Totals(1, 0, 2, 0)).isEqualTo(elsewhere.done());
        assertThat(members.seats(program).over()).isEqualTo(1);
    }

    @Test
    void aLargeFileIsLookedAtByAJobThatCarriesSeatsAndAddressesFromChunkToChunk() {
        program = people.program(5_600);
        var text = ImportsFixture.rows(6_500, mark) + "guest-7-%1$s@example.org,Again,Invited%n".formatted(mark);
        var uploaded = fixture.upload(program, text);
        var plan = status("REGISTERED").apply(uploaded.plan());

        var job = imports.check(program, Actor.SYSTEM, uploaded, plan);

        assertThat(imports.require(program, uploaded.id()).stage()).isEqualTo(MemberImport.Stage.CHECKING);
        assertThat(imports.check(program, Actor.SYSTEM, uploaded, plan)).isEqualTo(job);
        assertThatThrownBy(() -> imports.confirm(program, Actor.SYSTEM, uploaded.id()))
                .isInstanceOf(NotChecked.class);

        runner.run(job);

        var checked = imports.require(program, uploaded.id());
        assertThat(checked.stage()).isEqualTo(MemberImport.Stage.CHECKED);
        assertThat(checked.expected()).isEqualTo(new Totals(5_600, 0, 0, 901));
        assertThat(shown(checked, Stage.CHECK)).hasSize(400).contains("2 CREATED", "5602 PROGRAM_FULL");
        assertThat(rows.duplicates(checked.id(), 0, 10_000)).isEqualTo(Map.of(6_500L, 9L));
        assertThat(jobs.find(job).orElseThrow().done()).isEqualTo(6_501);
        assertThat(people.counted(program)).isEmpty();
        assertThat(fixture.finish(program, checked).done()).isEqualTo(checked.expected());
    }

    /** So that nobody who writes meanwhile waits for it; see {@link rollcall.job.Worker#prepare}. */
    @Test
    void aDryRunHasReadEverythingBeforeItsTransactionBegins() throws IOException {
        var uploaded = fixture.upload(program, ImportsFixture.rows(1_001, mark));
        var job = jobs.find(imports.check(program, Actor.SYSTEM, uploaded, uploaded.plan()))
                .orElseThrow();
        var judging = at(job, "0 0 0");

        try (var run = checks.run()) {
            var duplicates = run.prepare(job);
            var verdicts = run.prepare(judging);
            run.close();
            Files.delete(uploads.path(stored(uploaded)));

            assertThat(duplicates.of(job)).isEqualTo(new Progress(0, "0 0 0", false));
            assertThat(verdicts.of(judging)).isEqualTo(new Progress(1_001, "1001 0 0", true));
        }
        assertThat(imports.require(program, uploaded.id()).expected()).isEqualTo(new Totals(1_001, 0, 0, 0));
    }

    private static Job at(Job job, String resumePoint) {
        return new Job(
                job.id(),
                job.kind(),
                job.programId(),
                job.state(),
                false,
                job.total(),
                0,
                resumePoint,
                job.details(),
                null,
                job.by(),
                job.createdAt(),
                null,
                null);
    }

    @Test
    void aDryRunThatIsStoppedLeavesTheColumnsToBeCheckedAgain() {
        var uploaded = fixture.upload(program, ImportsFixture.rows(1_001, mark));
        var job = imports.check(program, Actor.SYSTEM, uploaded, uploaded.plan());
        jobs.cancel(job);

        runner.run(job);

        var stopped = imports.require(program, uploaded.id());
        assertThat(stopped.stage()).isEqualTo(MemberImport.Stage.MAPPING);
        runner.run(imports.check(program, Actor.SYSTEM, stopped, stopped.plan()));
        assertThat(imports.require(program, uploaded.id()).expected()).isEqualTo(new Totals(1_001, 0, 0, 0));
    }

    @Test
    void nobodyOvertakesThoseWhoWait() {
        program = people.program(1);
        people.member(program, WAITLISTED);

        var done = fixture.run(program, "email\na-%s@example.org\n".formatted(mark), status("REGISTERED"));

        assertThat(done.expected()).isEqualTo(new Totals(0, 0, 0, 1)).isEqualTo(done.done());
        assertThat(shown(done, Stage.DONE)).containsExactly("2 PROMISED_TO_WAITLIST");
    }

    @Test
    void theStatusBeganWhenTheFileSays() {
        fixture.run(program, "email,registration time\nsince-%s@example.org,2026-02-01 10:00\n".formatted(mark));

        assertThat(line("since-" + mark).joinedAt()).isEqualTo(Instant.parse("2026-02-01T09:00:00Z"));
    }

    @Test
    void aChunkThatLosesARaceIsWhollyUndoneAndRepeated() {
        var changeSets = new AtomicInteger();
        fixture.onChange(change -> {
            if (changeSets.incrementAndGet() == 2) {
                throw new CannotAcquireLockException("as if another transaction had won");
            }
        });

        var done = fixture.run(program, ImportsFixture.rows(2_500, mark));

        assertThat(changeSets).hasValue(4);
        assertThat(done.done()).isEqualTo(new Totals(2_500, 0, 0, 0));
        assertThat(people.counted(program)).isEqualTo(Map.of("INVITED", 2_500L));
    }

    @Test
    void anImportThatStoppedGoesOnWhereItWas() {
        var checked = fixture.check(program, ImportsFixture.rows(2_500, mark));
        var job = imports.confirm(program, Actor.SYSTEM, checked.id());
        fixture.onChange(change -> Thread.currentThread().interrupt());

        runner.run(job);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(jobs.find(job).orElseThrow().done()).isEqualTo(1_000);
        assertThat(people.counted(program)).isEqualTo(Map.of("INVITED", 1_000L));

        fixture.onChange(change -> {});
        runner.run(job);

        assertThat(imports.require(program, checked.id()).done()).isEqualTo(new Totals(2_500, 0, 0, 0));
        assertThat(people.counted(program)).isEqualTo(Map.of("INVITED", 2_500L));
    }

    @Test
    void aCancelledImportKeepsWhatItDidAndSaysWhatItDidNotComeTo() {
        var checked = fixture.check(program, ImportsFixture.rows(1_200, mark));
        var job = imports.confirm(program, Actor.SYSTEM, checked.id());
        fixture.onChange(change -> jobs.cancel(job));

        runner.run(job);

        var cancelled = imports.require(program, checked.id());
        assertThat(cancelled.endState()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.done()).isEqualTo(new Totals(1_000, 0, 0, 0));
        assertThat(cancelled.notReached()).isEqualTo(200);
        assertThat(uploads.has(stored(checked))).isFalse();
    }

    @Test
    void confirmingTwiceIsOneImport() {
        var checked = fixture.check(program, ImportsFixture.rows(3, mark));

        var job = imports.confirm(program, Actor.SYSTEM, checked.id());

        assertThat(imports.confirm(program, Actor.SYSTEM, checked.id())).isEqualTo(job);
        runner.run(job);
        assertThat(imports.confirm(program, Actor.SYSTEM, checked.id())).isEqualTo(job);
        assertThat(people.counted(program)).isEqualTo(Map.of("INVITED", 3L));
    }

    @Test
    void nothingIsImportedThatWasNotLookedAt() {
        var uploaded = fixture.upload(program, ImportsFixture.rows(3, mark));

        assertThatThrownBy(() -> imports.confirm(program, Actor.SYSTEM, uploaded.id()))
                .isInstanceOf(NotChecked.class);
        assertThatThrownBy(() -> imports.confirm(people.program(null), Actor.SYSTEM, uploaded.id()))
                .isInstanceOf(NoSuchImport.class);
    }

    @Test
    void theFileLiesUnderANameOfItsOwnUntilTheImportHasEnded() {
        var checked = fixture.check(program, ImportsFixture.rows(3, mark));

        assertThat(checked.fileName()).isEqualTo("guests.csv");
        assertThat(stored(checked)).matches("[0-9a-f]{32}\\.csv");
        assertThat(Files.exists(uploads.path(stored(checked)))).isTrue();

        var done = fixture.finish(program, checked);

        assertThat(done.storedName()).isNull();
        assertThat(Files.exists(uploads.path(stored(checked)))).isFalse();
    }

    @Test
    void aDiscardedImportLeavesNothingBehind() {
        var checked = fixture.check(program, ImportsFixture.rows(3, mark));

        imports.discard(program, checked.id());

        assertThat(Files.exists(uploads.path(stored(checked)))).isFalse();
        assertThatThrownBy(() -> imports.require(program, checked.id())).isInstanceOf(NoSuchImport.class);
    }

    @Test
    void aMappingIsRememberedForTheSameHeadings() {
        var headings = "email,diet-" + mark;
        fixture.run(
                program,
                headings + "\nm1-%s@example.org,vegan\n".formatted(mark),
                plan -> new ImportPlan(
                        new Mapping(List.of(Target.EMAIL, Target.COMPANY)),
                        "WAITLISTED",
                        "",
                        Known.LEAVE,
                        false,
                        DayOrder.DAY_FIRST,
                        false));

        var elsewhere = fixture.upload(people.program(null), headings + "\nm2-%s@example.org,fish\n".formatted(mark));

        assertThat(elsewhere.plan().mapping().targets()).containsExactly(Target.EMAIL, Target.COMPANY);
        assertThat(elsewhere.plan().status()).as("asked anew for other people").isEqualTo("REGISTERED");
        assertThat(elsewhere.plan().dayOrder()).isEqualTo(DayOrder.DAY_FIRST);
    }

    @Test
    void anErasedAddressComesBackOnlyWithATick() {
        var email = "gone-" + mark + "@example.org";
        erasures.erase(
                known.bring(List.of(PersonDetails.ofEmail(email)), Known.LEAVE).getFirst(), "erased");
        var text = "email,status\n" + email + ",Invited\n";
        var refused = fixture.run(program, text);
        assertThat(shown(refused, Stage.DONE)).containsExactly("2 ERASED");

        var ticked = fixture.run(
                program,
                text,
                plan -> new ImportPlan(plan.mapping(), plan.status(), "", Known.LEAVE, false, DayOrder.UNSAID, true));
        assertThat(ticked.done()).isEqualTo(new Totals(1, 0, 0, 0)).isEqualTo(ticked.expected());
        assertThat(fixture.run(program, text).done()).isEqualTo(new Totals(0, 0, 1, 0));
    }

    private List<String> shown(MemberImport one, Stage stage) {
        var all = new ArrayList<String>();
        for (var kind : Kind.values()) {
            all.addAll(lines(rows.first(one.id(), stage, kind, 200)));
        }
        return all;
    }

    private static UnaryOperator<ImportPlan> with(Known known) {
        return plan -> new ImportPlan(plan.mapping(), "INVITED", "", known, false, DayOrder.UNSAID, false);
    }

    private String email(long memberId) {
        return members.require(program, memberId).email();
    }

    private long member(String localPart) {
        return line(localPart).id();
    }

    private MemberLine line(String localPart) {
        var filter = new MemberFilter(List.of(), localPart + "@example.org", "", null, null, null);
        return members.page(program, filter, MemberSort.NAME, null, null)
                .lines()
                .getFirst();
    }

    private String person(String email) {
        var details = known.byEmail(email).orElseThrow().details();
        return details.firstName() + " " + details.lastName() + " " + details.company();
    }

    private static String stored(MemberImport one) {
        return String.valueOf(one.storedName());
    }
}
