package rollcall.browser;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.Rights;
import rollcall.account.SetupLinks;
import rollcall.desk.SampleProgram;
import rollcall.job.JobState;
import rollcall.member.BroughtAlong;
import rollcall.member.Cause;
import rollcall.member.ChangeSet;
import rollcall.member.Newcomer;
import rollcall.member.OfferLinks;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.member.ViewFixture;
import rollcall.person.Erasures;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.StatusCode;
import rollcall.provider.RefreshFixture;
import rollcall.provider.csv.ReportFixture;
import rollcall.testing.TestClock;
import rollcall.waitlist.WaitlistFixture;

/** Programs and people in every state that a page can show, some with names as long as they may be. */
@Component
class Scene {

    static final String WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverbandsvorsitzende";

    private static final String LONG = (WORD + " and how to onboard them, ").repeat(4);

    private final Backstage backstage;
    private final People people;
    private final Erasures erasures;
    private final StatusChanges changes;
    private final SetupLinks links;
    private final SampleProgram sample;
    private final RefreshFixture refreshes;
    private final ReportFixture reports;
    private final Accounts accounts;
    private final WaitlistFixture waitlist;
    private final OfferLinks offers;
    private final ViewFixture views;
    private final BroughtAlong brought;
    private final JdbcClient jdbc;

    Scene(
            Backstage backstage,
            People people,
            Erasures erasures,
            StatusChanges changes,
            SetupLinks links,
            SampleProgram sample,
            RefreshFixture refreshes,
            ReportFixture reports,
            Accounts accounts,
            WaitlistFixture waitlist,
            OfferLinks offers,
            ViewFixture views,
            BroughtAlong brought,
            JdbcClient jdbc) {
        this.backstage = backstage;
        this.people = people;
        this.erasures = erasures;
        this.changes = changes;
        this.links = links;
        this.sample = sample;
        this.refreshes = refreshes;
        this.reports = reports;
        this.accounts = accounts;
        this.waitlist = waitlist;
        this.offers = offers;
        this.views = views;
        this.brought = brought;
        this.jdbc = jdbc;
    }

    /** With less seats than are taken, and with a name that no line holds. */
    Program full() {
        var start = TestClock.START.plus(Duration.ofDays(7));
        var end = start.plus(Duration.ofHours(26));
        var zone = ZoneId.of("America/Argentina/ComodRivadavia");
        var name = backstage.unique(cut(LONG, 190));
        var address = "https://webinars.example.org/" + "x".repeat(300);
        var program = backstage.program(new ProgramPlan(name, LONG, start, end, zone, 1, true, true, true, address));
        for (var status : StatusCode.values()) {
            if (status != StatusCode.NOT_IN_PROGRAM) {
                settle(program, status, List.of(Newcomer.of(person("Ada", "Lovelace"))));
            }
        }
        return program;
    }

    /** A query that shows everything that is known of its members, with questions and answers as long as they may be. */
    String everyColumn(Program program) {
        var questions = List.of("Diet", WORD + " " + WORD, cut(LONG, 190));
        jdbc.sql("select id from member where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .list()
                .forEach(id -> brought.answer(
                        id, Map.of(questions.get(0), "vegan", questions.get(1), WORD, questions.get(2), LONG)));
        return views.everyColumn(questions);
    }

    /** A view that asks for a question that nobody was ever asked. */
    long view(Program program) {
        return views.saved(
                Actor.SYSTEM,
                program,
                backstage.unique(WORD.substring(0, 60)),
                true,
                "status=INVITED&question=" + WORD);
    }

    /** Somebody with a password, and with an authenticator app that nobody has. */
    Account withSecondFactor() {
        var account = backstage.withPassword(backstage.administrator());
        jdbc.sql("insert into second_factor (account_id, sealed_key, last_step, set_at) values (:id, 'lost', 0, :now)")
                .param("id", account.id())
                .param("now", Timestamp.from(TestClock.START))
                .update();
        return accounts.get(account.id());
    }

    /** A program that its only member has left. */
    Program left() {
        var program = backstage.program("Left by everybody");
        gone(program);
        return program;
    }

    long gone(Program program) {
        var ada = backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        backstage.change(program, ada, StatusCode.NOT_IN_PROGRAM, backstage.administrator());
        return ada;
    }

    /** Somebody in two programs of whom everything is known, at length. */
    long longest(Program program) {
        var name = cut(WORD + WORD, 100);
        var email = "a".repeat(60) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example.org";
        var details = new PersonDetails(
                email,
                name,
                name,
                cut(LONG, 200),
                cut(LONG, 200),
                "+49 30 " + "1".repeat(40),
                WORD,
                "de",
                "Europe/Berlin");
        var person = people.bring(List.of(details), Known.LEAVE).getFirst();
        settle(backstage.program(cut(LONG, 180)), StatusCode.INVITED, List.of(Newcomer.of(person)));
        var answers = Map.of("Where did you hear of " + WORD + "?", WORD);
        var link = "https://webinars.example.org/join/" + "x".repeat(300);
        var newcomer = new Newcomer(person, null, LONG, null, "r-1", link, answers);
        return settle(program, StatusCode.REGISTERED, List.of(newcomer))
                .outcomes()
                .getFirst()
                .memberId();
    }

    long personOf(long member) {
        return jdbc.sql("select person_id from member where id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    long erased() {
        var person = person("Ada", "Lovelace");
        erasures.erase(person, "erased");
        return person;
    }

    private long person(String first, String last) {
        var email = backstage.unique(first).replace(' ', '.') + "@example.org";
        var details = new PersonDetails(email, first, last, "", "", "", "", "", "");
        return people.bring(List.of(details), Known.LEAVE).getFirst();
    }

    /** As a fact, so that a full program takes it. */
    private ChangeSet settle(Program program, StatusCode status, List<Newcomer> newcomers) {
        var request = StatusRequest.of(program.key(), status, Cause.PERSON, Actor.SYSTEM)
                .because("as agreed")
                .asFact();
        return changes.join(request, newcomers);
    }

    /** One who may become registered and one who is past that. */
    Program mixed() {
        var program = backstage.program("Mixed");
        backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.ATTENDED);
        return program;
    }

    /** A change set that gave somebody a status whom nobody has seen. */
    long mistake(Program program) {
        return settle(program, StatusCode.ATTENDED, List.of(Newcomer.of(person("Mary", "Shelley"))))
                .id();
    }

    /** A job that is done, with what it changed. */
    long jobWithOutcome(Program program) {
        var job = job(program, JobState.DONE);
        var person = person("Emmy", "Noether");
        changes.join(
                new StatusRequest(
                        program.key(),
                        StatusCode.ATTENDED.name(),
                        LONG,
                        Cause.PERSON,
                        Actor.SYSTEM,
                        null,
                        null,
                        true,
                        false,
                        job),
                List.of(Newcomer.of(person)));
        return job;
    }

    /** One that nobody works at. */
    long job(Program program, JobState state) {
        jdbc.sql("""
            insert into job (kind, program_id, state, owner, lease_until, cancel_asked, total, done, resume_point, details,
                problem, actor_key, actor_name, created_at, started_at, ended_at)
            values ('bulk', :program, :state, 'nobody', :later, false, 12431, :done, '', '',
                :problem, 'system', 'Rollcall', :now, :now, :ended)
            """)
                .param("program", program.key())
                .param("state", state.name())
                .param("later", at(Duration.ofDays(365)))
                .param("done", state == JobState.DONE ? 12431 : 4200)
                .param("problem", state == JobState.FAILED ? "The database was away for too long." : null)
                .param("now", at(Duration.ZERO))
                .param("ended", state == JobState.RUNNING ? null : at(Duration.ofMinutes(1)))
                .update();
        return jdbc.sql("select max(id) from job").query(Long.class).single();
    }

    /** A run of the checks that found something and did not get to the end of something else. */
    void checked(Program program) {
        var job = job(program, JobState.DONE);
        jdbc.sql("update job set kind = 'checks', program_id = null, total = done where id = :job")
                .param("job", job)
                .update();
        for (int nth = 0; nth < 20; nth++) {
            jdbc.sql("""
                insert into check_finding (job_id, place, nth, breach, row_name, program_id)
                values (:job, 0, :nth, 'checks.member.seats-not-counted', :row, :program)\
                """)
                    .param("job", job)
                    .param("nth", nth)
                    .param("row", Long.toString(program.key()))
                    .param("program", program.key())
                    .update();
        }
        jdbc.sql("""
            insert into check_finding (job_id, place, nth, breach)
            values (:job, 1, 0, 'checks.member.other-program')\
            """).param("job", job).update();
    }

    private static Timestamp at(Duration later) {
        return Timestamp.from(TestClock.START.minus(Duration.ofMinutes(5)).plus(later));
    }

    /** A program that is over, and whose provider tells of somebody with a name that no line holds. */
    Program over() {
        var end = TestClock.START.minus(Duration.ofHours(3));
        var plan = new ProgramPlan(
                backstage.unique(cut(LONG, 190)),
                LONG,
                end.minus(Duration.ofHours(1)),
                end,
                ZoneId.of("America/Argentina/ComodRivadavia"),
                null,
                false,
                false,
                false,
                null);
        return refreshes.tellingOf(backstage.program(plan), cut(LONG, 200));
    }

    /** A report with headings and cells that no line holds, of which a row cannot be understood. */
    long report(Program program) {
        var heading = cut(LONG, 190).replace(",", "");
        return reports.report(
                program,
                "Email,Join Time,%s\nsomebody.with.a.long.address@example.org,soon,%s\n".formatted(heading, heading));
    }

    /** With all that such a page can say; the provider names somebody itself who did not come. */
    long refreshed(Program over) {
        var refresh = refreshes.ran(over);
        jdbc.sql("update refresh set missed = 1 where id = :id")
                .param("id", refresh)
                .update();
        return refresh;
    }

    long refreshOf(Program program, JobState state) {
        return refreshes.inState(program, state, LONG);
    }

    Account longNamed() {
        return backstage.account(cut(LONG, 80), Rights.ADMINISTRATOR);
    }

    /** A program with a registration that the provider would not cancel, and said so at length. */
    Program toCancelByHand() {
        var program = backstage.program("Left at the provider");
        jdbc.sql("""
            insert into push (program_id, member_id, action, state, unclear, tries, registrant_id, words, created_at,
                settled_at)
            values (:program, :member, 'CANCEL', 'BY_HAND', false, 3, :registrant, :words, :now, :now)\
            """)
                .param("program", program.key())
                .param("member", gone(program))
                .param("registrant", "R-" + "7".repeat(120))
                .param("words", cut(LONG, 400))
                .param("now", at(Duration.ZERO))
                .update();
        return program;
    }

    /** Two seats: one is taken, the other is held for the first who waits. */
    Program withWaitlist() {
        var program = backstage.program(Plans.limited(backstage.unique(WORD), 2));
        backstage.member(program, "Ada Lovelace", StatusCode.REGISTERED);
        waitlist.offers(program);
        backstage.members(program, List.of("Mary Shaw", "Grace Hopper"), StatusCode.WAITLISTED);
        waitlist.run(program);
        return program;
    }

    /** The last who waits. */
    long waitsIn(Program program) {
        return waitlist.waiting(program).getLast();
    }

    /** What stands in the link of the first one's offer. */
    String offerIn(Program program) {
        return offers.of(waitlist.waiting(program).getFirst()).replace("/o/", "");
    }

    Program sample() {
        return sample.add();
    }

    /** It is there for all tests to see. */
    void removeSample() {
        sample.remove(Actor.SYSTEM);
    }

    /** The path of the page on which somebody chooses a first password. */
    String setupLink() {
        return links.forAccount(Actor.SYSTEM, backstage.account(cut(LONG, 80), Rights.NONE));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
