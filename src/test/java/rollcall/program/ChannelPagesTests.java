package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.testing.SignedIn;

abstract class ChannelPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Channels channels;

    @Autowired
    ChannelFixture fixture;

    @Autowired
    JdbcClient jdbc;

    private final List<Channel> made = new ArrayList<>();
    private Channel channel;

    @BeforeEach
    void begin() {
        channel = fixture.channel();
        made.add(channel);
    }

    @AfterEach
    void end() {
        fixture.remove(made);
    }

    private MvcTestResult post(String address, MultiValueMap<String, String> typed) {
        return mvc.post()
                .uri(address)
                .with(SignedIn.administrator())
                .with(csrf())
                .params(typed)
                .exchange();
    }

    private static Document page(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Document get(String address) {
        return page(mvc.get().uri(address).with(SignedIn.administrator()).exchange(), 200);
    }

    private String address() {
        return "/admin/channels/" + channel.id();
    }

    /** The form as the page has it, to be changed by the test and sent. */
    private MultiValueMap<String, String> form() {
        return form(get(address()));
    }

    private static MultiValueMap<String, String> form(Document page) {
        var typed = new LinkedMultiValueMap<String, String>();
        for (var field : page.select(".channel-form input[name]")) {
            if (!field.attr("type").equals("checkbox") || field.hasAttr("checked")) {
                typed.add(field.attr("name"), field.attr("value"));
            }
        }
        typed.remove("_csrf");
        return typed;
    }

    private static void put(MultiValueMap<String, String> typed, String field, StatusCode of, String value) {
        typed.get(field).set(typed.get("key").indexOf(of.name()), value);
    }

    private Status stored(StatusCode code) {
        return fixture.now(channel).status(code);
    }

    private static List<String> problems(Document page) {
        return page.select("#error-summary a").eachText();
    }

    @Test
    void theListTellsHowManyProgramsRunInEach() {
        fixture.programIn(channel, null);
        fixture.programIn(channel, null);
        var row = get("/admin/channels").select("tr[data-channel-id=" + channel.id() + "]");
        assertThat(row.select("th a").text()).isEqualTo(channel.name());
        assertThat(row.select("td.num").text()).isEqualTo("2");
        assertThat(row.select(".status").eachText()).hasSize(10).contains("Waitlisted", "Not in Program");
    }

    @Test
    void aNewChannelHasTheStatusesOfAnother() {
        fixture.hide(channel, StatusCode.WAITLISTED);
        var name = "Course " + UUID.randomUUID();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("name", name);
        typed.add("like", String.valueOf(channel.id()));

        var answer = post("/admin/channels", typed);

        assertThat(answer).hasStatus(303);
        var id = Long.parseLong(answer.getResponse().getRedirectedUrl().replaceAll("^.*/", ""));
        made.add(channels.get(id));
        assertThat(channels.get(id).name()).isEqualTo(name);
        assertThat(channels.get(id).statuses()).isEqualTo(fixture.now(channel).statuses());

        assertThat(problems(page(post("/admin/channels", typed), 422)))
                .containsExactly("Another channel has that name. Choose a different one.");
        typed.set("name", " ");
        typed.set("like", "none");
        assertThat(problems(page(post("/admin/channels", typed), 422)))
                .containsExactly("Enter a name.", "Choose the channel whose statuses are copied.");
    }

    @Test
    void whatTheRulesAllowIsStored() {
        var typed = form();
        typed.set("name", channel.name() + " B");
        put(typed, "label", StatusCode.INVITED, "Asked");
        put(typed, "step", StatusCode.NO_SHOW, "55");
        put(typed, "place", StatusCode.REJECTED, "1");
        put(typed, "place", StatusCode.WAITLISTED, "2");
        typed.add("hidden", "PENDING_APPROVAL");
        typed.add("success", "REGISTERED");

        assertThat(post(address(), typed)).hasStatus(303).hasRedirectedUrl(address());

        var now = fixture.now(channel);
        assertThat(now.name()).isEqualTo(channel.name() + " B");
        assertThat(stored(StatusCode.INVITED).name()).isEqualTo("Asked");
        assertThat(stored(StatusCode.NO_SHOW).step()).isEqualTo(55);
        assertThat(now.statuses().stream().filter(one -> one.step() == 30).map(Status::key))
                .containsExactly("REJECTED", "WAITLISTED");
        assertThat(stored(StatusCode.PENDING_APPROVAL).hidden()).isTrue();
        assertThat(stored(StatusCode.REGISTERED).success()).isTrue();
        assertThat(audited("CHANNEL_CHANGED"))
                .contains("\"hidden\":[\"Pending Approval\"]")
                .contains("\"renamed\":[\"Asked\"]");
    }

    private String audited(String kind) {
        return jdbc.sql("select details from audit_entry where kind = :kind order by id desc limit 1")
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    @Test
    void anEmptyNameBringsTheBuiltInOneBack() {
        var typed = form();
        put(typed, "label", StatusCode.INVITED, "Asked");
        post(address(), typed);
        typed = form();
        put(typed, "label", StatusCode.INVITED, "");
        assertThat(post(address(), typed)).hasStatus(303);
        assertThat(stored(StatusCode.INVITED).name()).isEqualTo("Invited");

        typed = form();
        put(typed, "label", StatusCode.INVITED, "Inbjuden");
        assertThat(post(address(), typed)).hasStatus(303);
        assertThat(stored(StatusCode.INVITED).name()).isEqualTo("Invited");
    }

    @Test
    void aRuleThatWouldBreakIsNamedAtItsField() {
        var typed = form();
        put(typed, "step", StatusCode.WAITLISTED, "50");
        put(typed, "label", StatusCode.ATTENDED, "No Show");
        typed.add("hidden", "REGISTERED");

        var page = page(post(address(), typed), 422);

        assertThat(problems(page))
                .containsExactly(
                        "Registered cannot be hidden: everybody may leave, and a registration that failed is tried"
                                + " again by it.",
                        "Rejected and Waitlisted must share a step, so that members can go from either to the other.",
                        "Registered must stand on a higher step than Waitlisted, so that members can go from one to"
                                + " the other and not back.",
                        "No Show has the name of another status. Lists and files could not tell them apart.");
        assertThat(page.select("#step-WAITLISTED").attr("value")).isEqualTo("50");
        assertThat(page.select("#step-REGISTERED").attr("aria-invalid")).isEqualTo("true");
        assertThat(fixture.now(channel)).isEqualTo(channel);
    }

    @Test
    void whatIsNoNumberIsSaid() {
        var typed = form();
        put(typed, "step", StatusCode.INVITED, "ten");
        put(typed, "place", StatusCode.INVITED, "-1");
        assertThat(problems(page(post(address(), typed), 422)))
                .containsExactly("Enter a whole number from 0 to 999.", "Enter a whole number from 0 to 999.");
    }

    @Test
    void theSecondOfTwoAdministratorsSeesTheFirstOnesChange() {
        var typed = form();
        fixture.move(channel, StatusCode.INVITED, 12);
        put(typed, "step", StatusCode.INVITED, "15");

        var page = page(post(address(), typed), 409);

        assertThat(page.select("#error-summary h2").text()).isEqualTo("Changed meanwhile");
        assertThat(page.select("tr[data-differs]").eachAttr("data-status-key")).containsExactly("INVITED");
        assertThat(page.select("tr[data-differs] .sub").eachText()).contains("Now: Invited, step 12");
        assertThat(stored(StatusCode.INVITED).step()).isEqualTo(12);

        assertThat(post(address(), form(page))).hasStatus(303);
        assertThat(stored(StatusCode.INVITED).step()).isEqualTo(15);
    }

    @Test
    void aFormOfAnotherChannelIsNotRead() {
        var typed = form();
        typed.get("key").set(0, "NONSENSE");
        assertThat(post(address(), typed)).hasStatus(400);
        typed = form();
        typed.get("step").removeFirst();
        assertThat(post(address(), typed)).hasStatus(400);
    }

    @Test
    void aStatusIsAdded() {
        var typed = status("Guest of honour", "45");
        typed.add("holdsSeat", "true");
        assertThat(post(address() + "/statuses", typed)).hasStatus(303);
        assertThat(fixture.now(channel).status("GUEST_OF_HONOUR"))
                .isEqualTo(new Status("GUEST_OF_HONOUR", "Guest of honour", 45, 0, false, false, true));

        typed = status("Ärade gäst", "45");
        assertThat(post(address() + "/statuses", typed)).hasStatus(303);
        assertThat(fixture.now(channel).find("ARADE_GAST")).isPresent();

        typed = status("客", "46");
        assertThat(post(address() + "/statuses", typed)).hasStatus(303);
        typed = status("賓", "46");
        assertThat(post(address() + "/statuses", typed)).hasStatus(303);
        assertThat(fixture.now(channel).status("STATUS_2").name()).isEqualTo("賓");
    }

    private MultiValueMap<String, String> status(String name, String step) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", String.valueOf(fixture.now(channel).version()));
        typed.add("newName", name);
        typed.add("newStep", step);
        return typed;
    }

    @Test
    void aStatusThatCannotBeAddedSaysWhy() {
        assertThat(problems(page(post(address() + "/statuses", status("", "0")), 422)))
                .containsExactly("Enter a name.", "Enter a whole number from 1 to 999.");
        assertThat(problems(page(post(address() + "/statuses", status("registrerad", "45")), 422)))
                .containsExactly(
                        "registrerad has the name of another status. Lists and files could not tell them apart.");
        var overtaken = status("VIP", "45");
        overtaken.set("version", "99");
        assertThat(page(post(address() + "/statuses", overtaken), 409)
                        .select("#error-summary")
                        .text())
                .contains("Somebody else saved a change of this channel meanwhile.");
        assertThat(fixture.now(channel)).isEqualTo(channel);
    }

    @Test
    void anAddedStatusIsRemovedAsLongAsNoProgramRunsInTheChannel() {
        fixture.add(channel, "VIP");
        assertThat(get(address()).select("button").eachText()).contains("Remove the status VIP");

        var running = fixture.programIn(channel, null);
        assertThat(get(address()).select("button").eachText()).doesNotContain("Remove the status VIP");
        assertThat(post(address() + "/statuses/removal", removal("VIP"))).hasStatus(303);
        assertThat(fixture.now(channel).find("VIP")).isPresent();

        jdbc.sql("delete from program where id = :id")
                .param("id", running.key())
                .update();
        assertThat(post(address() + "/statuses/removal", removal("REGISTERED"))).hasStatus(303);
        assertThat(post(address() + "/statuses/removal", removal("VIP"))).hasStatus(303);
        assertThat(fixture.now(channel).statuses()).isEqualTo(channel.statuses());
        assertThat(post(address() + "/statuses/removal", removal("VIP"))).hasStatus(400);
    }

    private MultiValueMap<String, String> removal(String key) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("key", key);
        typed.add("version", String.valueOf(fixture.now(channel).version()));
        return typed;
    }

    @Test
    void aChannelThatNoProgramUsesIsRemoved() {
        var none = new LinkedMultiValueMap<String, String>();
        assertThat(post("/admin/channels/" + channels.webinarId() + "/removal", none))
                .hasStatus(303);
        assertThat(channels.webinar().statuses()).hasSize(10);

        var running = fixture.programIn(channel, null);
        assertThat(post(address() + "/removal", none)).hasStatus(303).hasRedirectedUrl(address());
        jdbc.sql("delete from program where id = :id")
                .param("id", running.key())
                .update();

        assertThat(post(address() + "/removal", none)).hasStatus(303).hasRedirectedUrl("/admin/channels");
        assertThat(channels.find(channel.id())).isEmpty();
        assertThat(mvc.get().uri(address()).with(SignedIn.administrator())).hasStatus(404);
    }

    @Test
    void aProgramChoosesItsChannelOnceAndItsCloneKeepsIt() {
        var page = get("/programs/new");
        assertThat(page.select("#channel option").eachText())
                .startsWith("Webinar")
                .contains(channel.name());

        var program = fixture.programIn(channel, null);
        assertThat(get("/programs/" + program.key() + "/edit").select("#channel"))
                .isEmpty();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("name", "Second run");
        typed.add("zone", "UTC");
        typed.add("startDate", "2026-09-03");
        typed.add("startTime", "16:00");
        typed.add("endDate", "2026-09-03");
        typed.add("endTime", "17:00");
        assertThat(channelOf(post("/programs/" + program.key() + "/clone", typed)))
                .isEqualTo(channel.id());
        assertThat(channelOf(post("/programs", typed))).isEqualTo(channels.webinarId());
        typed.add("channel", String.valueOf(channel.id()));
        assertThat(channelOf(post("/programs", typed))).isEqualTo(channel.id());
        typed.set("channel", "987654321");
        assertThat(problems(page(post("/programs", typed), 422))).containsExactly("Choose a channel from the list.");
    }

    private long channelOf(MvcTestResult made) {
        assertThat(made).hasStatus(303);
        return jdbc.sql("select channel_id from program where id = :id")
                .param(
                        "id",
                        Long.parseLong(made.getResponse().getRedirectedUrl().replaceAll("^.*/", "")))
                .query(Long.class)
                .single();
    }
}
