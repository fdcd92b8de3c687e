package rollcall.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** A public page, and visitors who come to it, each from an address of their own. */
@Component
public class PublicScene {

    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final Programs programs;
    private final RegistrationPages pages;
    private final FormEdits edits;
    private final Forms forms;
    private final Revisions revisions;
    private final MembersFixture members;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicScene(
            Programs programs,
            RegistrationPages pages,
            FormEdits edits,
            Forms forms,
            Revisions revisions,
            MembersFixture members,
            JdbcClient jdbc,
            Clock clock) {
        this.programs = programs;
        this.pages = pages;
        this.edits = edits;
        this.forms = forms;
        this.revisions = revisions;
        this.members = members;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With three seats and a waitlist, as {@code change} wants it. */
    Program program(Integer capacity, UnaryOperator<ProgramPlan> change) {
        return programs.create(Actor.SYSTEM, change.apply(Plans.limited("Våren börjar", capacity)));
    }

    static ProgramPlan rules(ProgramPlan plan, boolean approval, boolean waitlist) {
        return new ProgramPlan(
                plan.name(),
                "What it is about.",
                plan.startsAt(),
                plan.endsAt(),
                plan.zone(),
                plan.capacity(),
                approval,
                waitlist,
                plan.fourEyes(),
                plan.webinarAddress());
    }

    /** The key of a question that its form asks. */
    public String question(Program program) {
        return ask(program, FieldKind.ONE, "Where did you hear of us?");
    }

    private String ask(Program program, FieldKind kind, String label) {
        var version = edits.of(program.key()).version();
        edits.add(
                Actor.SYSTEM,
                program.key(),
                new FieldForm(version, kind, label, "Help", "I agree.", true, "A friend\nA paper"));
        return edits.of(program.key()).fields().getLast().key();
    }

    /** With a form that asks everything that a form can. */
    public Program asking(String label) {
        var program = program(null, plan -> rules(plan, true, true));
        publish(program);
        for (var kind : FieldKind.values()) {
            if (FormPages.addable(edits.of(program.key())).contains(kind)) {
                ask(program, kind, label + " " + kind.name().toLowerCase(Locale.ROOT));
            }
        }
        return program;
    }

    /** Somebody fills out the form again, with a member's address and another name. */
    public void sentAgain(Program program, long memberId, String lastName) {
        var typed = Map.of("firstName", List.of("Ada"), "lastName", List.of(lastName));
        revisions.keep(memberId, forms.of(program).with(typed));
    }

    /** Of its page, which is published. */
    public String slugOf(Program program) {
        return publish(program).slug();
    }

    public Program published() {
        var program = program(3, plan -> rules(plan, true, true));
        publish(program);
        return program;
    }

    /** The last part of the address of a page without a seat, as are the next two. */
    public String full() {
        var program = program(1, plan -> rules(plan, false, false));
        members.member(program, StatusCode.REGISTERED);
        return slugOf(program);
    }

    /** Where one may wait. */
    public String waiting() {
        var program = program(1, plan -> rules(plan, false, true));
        members.member(program, StatusCode.REGISTERED);
        return slugOf(program);
    }

    public String approving() {
        return slugOf(published());
    }

    /** Of a webinar that was long ago, whatever the clock shows. */
    public String over() {
        return slugOf(program(
                null,
                plan -> new ProgramPlan(
                        plan.name(),
                        "",
                        Instant.parse("2020-05-05T10:00:00Z"),
                        Instant.parse("2020-05-05T11:00:00Z"),
                        plan.zone(),
                        null,
                        false,
                        false,
                        false,
                        null)));
    }

    /** A page that was open until a moment ago. */
    public String closed() {
        var program = program(null, plan -> plan);
        var now = clock.instant();
        return publish(
                        program,
                        page -> new RegistrationPage(
                                page.programId(),
                                page.slug(),
                                true,
                                null,
                                now.minusSeconds(1),
                                "",
                                false,
                                List.of(),
                                DomainRules.NONE,
                                page.version()))
                .slug();
    }

    /** A page that sites at that origin may show in a frame. */
    public String shownAt(String origin) {
        var program = program(null, plan -> plan);
        return publish(
                        program,
                        page -> new RegistrationPage(
                                page.programId(),
                                page.slug(),
                                true,
                                null,
                                null,
                                "",
                                false,
                                List.of(origin),
                                DomainRules.NONE,
                                page.version()))
                .slug();
    }

    /** The statuses that somebody has had in the program whose page that is. */
    public List<String> statuses(String slug, String email) {
        return statuses(programs.get(pages.at(slug).orElseThrow().programId()), email);
    }

    RegistrationPage publish(Program program) {
        return publish(program, page -> page);
    }

    RegistrationPage publish(Program program, UnaryOperator<RegistrationPage> change) {
        pages.store(Actor.SYSTEM, change.apply(pages.of(program).shown()));
        return pages.of(program);
    }

    static RegistrationPage ruled(RegistrationPage page, DomainRules rules) {
        return new RegistrationPage(
                page.programId(),
                page.slug(),
                page.published(),
                page.opensAt(),
                page.closesAt(),
                page.speakers(),
                page.seatsShown(),
                page.embedders(),
                rules,
                page.version());
    }

    /** Somebody who opens the page, takes a minute and sends it. */
    MvcTestResult register(MockMvcTester mvc, RegistrationPage page, String email) {
        var form = open(mvc, page);
        ((TestClock) clock).advance(Duration.ofMinutes(1));
        return send(mvc, page, form, email);
    }

    Map<String, String> open(MockMvcTester mvc, RegistrationPage page) {
        var form = document(mvc.get().uri(page.path()).exchange()).select("form.registration input[type=hidden]");
        return Map.of(
                "_stamp", form.select("[name=_stamp]").val(),
                "_request", form.select("[name=_request]").val());
    }

    MvcTestResult send(MockMvcTester mvc, RegistrationPage page, Map<String, String> form, String email) {
        return send(mvc, page, form, email, newAddress());
    }

    MvcTestResult send(MockMvcTester mvc, RegistrationPage page, Map<String, String> form, String email, String from) {
        var request = mvc.post().uri(page.path()).with(one -> {
            one.setRemoteAddr(from);
            return one;
        });
        form.forEach(request::param);
        return request.param("email", email)
                .param("firstName", "Ada")
                .param("lastName", "Lovelace")
                .exchange();
    }

    static String newAddress() {
        int n = VISITORS.incrementAndGet();
        return "10.%d.%d.%d".formatted(n >> 16, n >> 8 & 255, n & 255);
    }

    static String newEmail() {
        return "ada-%s@example.org".formatted(java.util.UUID.randomUUID());
    }

    static Document document(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The keys of the statuses that the person with that address has had in the program. */
    List<String> statuses(Program program, String email) {
        return jdbc.sql("""
            select c.to_status from status_change c join member m on m.id = c.member_id join person p on p.id = m.person_id
            where m.program_id = :program and p.email = :email order by c.seq\
            """)
                .param("program", program.key())
                .param("email", email)
                .query(String.class)
                .list();
    }

    Map<String, Long> counted(Program program) {
        return members.counted(program);
    }
}
