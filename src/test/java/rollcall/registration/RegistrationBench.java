package rollcall.registration;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import rollcall.bench.Case;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.SideBySide;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;

/**
 * Pages a second for 16 readers, beside an answer that is only a file; and registrations a second, beside the same rows in
 * plain SQL, one transaction each. The limits are raised for it.
 */
public class RegistrationBench implements Case {

    private static final AtomicInteger LAST = new AtomicInteger();

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        var program = program(ground);
        var base = "http://127.0.0.1:" + ground.application().getEnvironment().getProperty("local.server.port");
        var page = base + ground.bean(RegistrationPages.class).of(program).path();
        var requests = Math.min(ground.size(), 10_000);
        pages(ground, figures, base, page, requests);
        forms(ground, figures, program, page, requests / 5);
    }

    private static void pages(Ground ground, Figures figures, String base, String page, int requests) throws Exception {
        gone(requests, i -> get(page)); // everything is compiled by then
        var pages = new ArrayList<Duration>();
        var files = new ArrayList<Duration>();
        for (int run = 0; run < ground.runs(); run++) {
            pages.add(gone(requests, i -> get(page)));
            files.add(gone(requests, i -> get(base + "/js/here.js")));
        }
        figures.rate("registration pages", ground.database(), requests, pages);
        figures.beside("registration pages beside a file", ground.database(), requests, pages, files);
    }

    private static void forms(Ground ground, Figures figures, Program program, String page, int requests)
            throws Exception {
        var stamp = Jsoup.connect(page).get().select("[name=_stamp]").val();
        Thread.sleep(2_100); // the time trap
        gone(requests, i -> post(page, stamp));
        var forms = new ArrayList<Duration>();
        var rows = new ArrayList<Duration>();
        for (int run = 0; run < ground.runs(); run++) {
            forms.add(gone(requests, i -> post(page, stamp)));
            rows.add(plainly(ground, program, requests));
        }
        figures.rate("registrations", ground.database(), requests, forms);
        figures.beside("registrations beside plain SQL", ground.database(), requests, forms, rows);
    }

    private static Program program(Ground ground) {
        var start = Instant.parse("2035-05-01T10:00:00Z");
        var program = ground.bean(Programs.class)
                .create(
                        Actor.SYSTEM,
                        new ProgramPlan(
                                "Measured",
                                "What it is about.",
                                start,
                                start.plus(Duration.ofHours(1)),
                                ZoneId.of("Europe/Stockholm"),
                                1_000_000,
                                false,
                                true,
                                false,
                                null));
        var pages = ground.bean(RegistrationPages.class);
        pages.store(Actor.SYSTEM, pages.of(program).shown());
        return program;
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static HttpRequest post(String page, String stamp) {
        var email = "p%d@example.org".formatted(LAST.incrementAndGet());
        var body = "email=%s&firstName=Ada&lastName=Lovelace&_stamp=%s"
                .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8), stamp);
        return HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Duration gone(int requests, IntFunction<HttpRequest> request) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return SideBySide.of(requests, (who, i) -> {
                        var answer = client.send(request.apply(i), HttpResponse.BodyHandlers.discarding());
                        if (answer.statusCode() != 200 && answer.statusCode() != 303) {
                            throw new IOException("Answered with " + answer.statusCode());
                        }
                    })
                    .whole();
        }
    }

    /** The rows that a registration writes at the least: person, change set, member, history, form. */
    private static Duration plainly(Ground ground, Program program, int requests) throws Exception {
        return SideBySide.of(requests, (who, i) -> ground.inTransaction(() -> insert(ground.jdbc(), program.key())))
                .whole();
    }

    private static int insert(JdbcClient jdbc, long program) {
        var email = "q%d@example.org".formatted(LAST.incrementAndGet());
        var person = inserted(jdbc.sql("""
            insert into person (version, email, email_key, first_name, last_name, company, job_title, phone, country,
                language, zone, name_key, given_key, company_key, created_at)
            values (0, :email, :email, 'Ada', 'Lovelace', '', '', '', '', 'en', '', 'lovelace ada', 'ada lovelace', '',
                current_timestamp)\
            """).param("email", email));
        var changeSet = inserted(jdbc.sql("""
            insert into change_set (program_id, cause, actor_key, actor_name, made_at)
            values (:program, 'REGISTRATION', 'registration', 'Registration page', current_timestamp)\
            """).param("program", program));
        var member = inserted(jdbc.sql("""
            insert into member (program_id, person_id, status, status_step, status_reason, changed_at, joined_at, seq,
                change_set_id, source, brought_by, delivery, name_key, given_key, email_key, company_key)
            values (:program, :person, 'INVITED', 10, '', current_timestamp, current_timestamp, 1, :set, 'REGISTRATION',
                'registration', 'NONE', 'lovelace ada', 'ada lovelace', :email, '')\
            """)
                .param("program", program)
                .param("person", person)
                .param("set", changeSet)
                .param("email", email));
        jdbc.sql("""
            insert into status_change (member_id, change_set_id, seq, to_status, to_step, reason, happened_at)
            values (:member, :set, 1, 'INVITED', 10, '', current_timestamp)\
            """).param("member", member).param("set", changeSet).update();
        return jdbc.sql("""
            insert into registration_submission (program_id, member_id, rule, submitted_at)
            values (:program, :member, 'NONE', current_timestamp)\
            """).param("program", program).param("member", member).update();
    }

    private static long inserted(JdbcClient.StatementSpec statement) {
        var key = new GeneratedKeyHolder();
        statement.update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
