package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.INVITED;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.job.Attempts;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.TestClock;
import rollcall.web.Seals;

/** Webhooks are called after the commit, signed, and again when they were away. */
abstract class WebhooksTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private WebhookRows rows;

    @Autowired
    private WebhookCallRows callRows;

    @Autowired
    private WebhookCalls strict;

    @Autowired
    private Seals seals;

    @Autowired
    private Attempts attempts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private HttpServer server;
    private WebhookCalls calls;
    private String key;
    private long webhook;
    private Program program;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        calls = new WebhookCalls(callRows, rows, new WebhookClient(seals, true), attempts, clock);
        var name = "Hook " + UUID.randomUUID();
        key = webhooks.add(name, "http://127.0.0.1:" + server.getAddress().getPort() + "/hook", Actor.SYSTEM);
        webhook = webhooks.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        program = members.program(null);
        fixture.on(program, definition(to(INVITED), EACH_TIME, new Action.CallWebhook(webhook)));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var signed = headers.getFirst("X-Rollcall-Timestamp") + "." + body;
        heard.add((headers.getFirst("X-Rollcall-Signature").equals("sha256=" + WebhookClient.sign(key, signed))
                        ? ""
                        : "forged ")
                + body);
        exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
        exchange.close();
    }

    private List<String> states() {
        return jdbc.sql("select state from webhook_call where webhook_id = :id order by id")
                .param("id", webhook)
                .query(String.class)
                .list();
    }

    @Test
    void eachMemberIsToldOfOnceAndSigned() {
        members.members(program, 3, INVITED);
        fixture.work(program);
        assertThat(heard).isEmpty();
        assertThat(states()).containsExactly("WAITING", "WAITING", "WAITING");

        assertThat(calls.run(webhook)).isFalse();
        calls.run(webhook);
        assertThat(heard)
                .hasSize(3)
                .allSatisfy(body -> assertThat(body)
                        .startsWith("{\"event\":\"campaign\"")
                        .contains(
                                "\"status\":\"INVITED\"",
                                "\"reason\":\"as asked\"",
                                "@example.org",
                                "\"name\":\"Spring launch\""));
        assertThat(states()).containsOnly("DONE");
    }

    @Test
    void troubleThereIsSatOutAndARefusalIsOne() {
        members.members(program, 1, INVITED);
        fixture.work(program);
        answers.addAll(List.of(500, 429, 302));
        calls.run(webhook);
        assertThat(states()).containsExactly("WAITING");
        clock.advance(Duration.ofSeconds(29));
        calls.run(webhook);
        assertThat(heard).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        calls.run(webhook);
        clock.advance(Duration.ofMinutes(1));
        calls.run(webhook);
        assertThat(heard).hasSize(3);
        assertThat(states()).containsExactly("FAILED"); // nobody is followed elsewhere
    }

    @Test
    void whatDoesNotAnswerForADayFails() {
        server.stop(0);
        members.members(program, 1, INVITED);
        fixture.work(program);
        for (int i = 0; i < 40 && states().contains("WAITING"); i++) {
            calls.run(webhook);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(clock.instant())
                .isBetween(TestClock.START.plus(Duration.ofHours(23)), TestClock.START.plus(Duration.ofHours(30)));
        assertThat(jdbc.sql("select failure from webhook_call where webhook_id = :id")
                        .param("id", webhook)
                        .query(String.class)
                        .single())
                .isEqualTo("campaign.webhook.no-answer");
    }

    /** As it is outside of tests, nothing inside is called. */
    @Test
    void addressesInsideAreNotCalled() {
        members.members(program, 1, INVITED);
        fixture.work(program);
        strict.run(webhook);
        assertThat(heard).isEmpty();
        assertThat(jdbc.sql("select failure from webhook_call where webhook_id = :id")
                        .param("id", webhook)
                        .query(String.class)
                        .single())
                .isEqualTo("campaign.webhook.inside");
    }

    @Test
    void anArchivedOneIsNotCalledAnyMore() {
        members.members(program, 1, INVITED);
        fixture.work(program);
        webhooks.archive(webhook, Actor.SYSTEM);
        calls.run(webhook);
        assertThat(heard).isEmpty();
        assertThat(states()).containsExactly("CANCELLED");
    }
}
