package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

@TestPropertySource(properties = {"rollcall.operations.port=0", "management.prometheus.metrics.export.enabled=true"})
abstract class MetricsTests {

    @Autowired
    private OperationsPort port;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    /** Every name that docs/operations.md lists as Rollcall's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollcall_queue_length{queue=\"",
                "rollcall_queue_age_seconds{queue=\"",
                "rollcall_provider_paused ",
                "rollcall_connections_barred ",
                "rollcall_mail_paused ",
                "rollcall_door_seconds_bucket{members=\"one\"",
                "rollcall_door_seconds_count{members=\"many\"",
                "rollcall_job_chunk_seconds_count{kind=\"checks\"",
                "rollcall_job_done_total{kind=\"checks\"",
                "hikaricp_connections_active{",
                "http_server_requests_seconds_count{",
                "jvm_memory_used_bytes{"
            })
    void isShownAtItsOwnPortAndNotAtThePublicOne(String name) {
        fixture.members(fixture.program(null), 2, StatusCode.INVITED);
        fixture.member(fixture.program(null), StatusCode.INVITED);
        runner.run(jobs.start(ChecksWorker.KIND, null, Actor.SYSTEM, 1, "", null));
        assertThat(mvc.get().uri("/login")).hasStatusOk();

        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body()).contains("\n" + name);
        for (var path : new String[] {"/metrics", "/actuator/metrics", "/actuator/prometheus"}) {
            assertThat(mvc.get().uri(path).with(SignedIn.administrator()))
                    .hasStatus(404)
                    .bodyText()
                    .doesNotContain(name);
        }
    }

    @Test
    void theirPortKnowsNothingElseAndIsReachedFromThisMachineOnly() {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
        assertThat(Objects.requireNonNull(port.reachedAt()).getAddress().isLoopbackAddress())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachQueueCanBeRead(Backlog backlog) {
        var now = backlogs().now().of(backlog);
        assertThat(now.length()).isGreaterThanOrEqualTo(0);
        assertThat(now.age()).isGreaterThanOrEqualTo(0);
    }

    /** Not at each look: counting a long queue is work as well. */
    @Test
    void aQueueIsCountedWithTheTimeForWhichTheOldestHasBeenDueButNotAtEachLook() {
        var member = fixture.member(fixture.program(null), StatusCode.INVITED);
        var backlogs = backlogs();
        var before = backlogs.now().of(Backlog.PUSHES).length();
        jdbc.sql("""
            insert into push (program_id, member_id, action, state, due_at, unclear, tries, provider, event_id, created_at)
            select program_id, id, 'CANCEL', 'WAITING', timestamp with time zone '2026-03-02 08:59:00+00:00', false, 0,
                'zoom', '1', current_timestamp
            from member where id = :member\
            """).param("member", member).update();
        assertThat(backlogs.now().of(Backlog.PUSHES).length()).isEqualTo(before);

        clock.advance(Duration.ofSeconds(16));

        assertThat(backlogs.now().of(Backlog.PUSHES).length()).isEqualTo(before + 1);
        assertThat(backlogs.now().of(Backlog.PUSHES).age()).isGreaterThanOrEqualTo(76);
        jdbc.sql("delete from push where member_id = :member")
                .param("member", member)
                .update();
    }

    private Backlogs backlogs() {
        return new Backlogs(jdbc, clock);
    }

    /** Without its pass. */
    int asksForABackup() {
        return sent("/backups", request -> request.POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private HttpResponse<String> get(String path) {
        return sent(path, HttpRequest.Builder::GET);
    }

    private HttpResponse<String> sent(String path, UnaryOperator<HttpRequest.Builder> method) {
        var at = Objects.requireNonNull(port.reachedAt());
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:%d%s".formatted(at.getPort(), path));
            var request = method.apply(HttpRequest.newBuilder(uri)).build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
