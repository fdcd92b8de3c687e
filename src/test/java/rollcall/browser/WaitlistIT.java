package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.Cause;
import rollcall.member.MembersFixture;
import rollcall.member.OfferLinks;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;
import rollcall.waitlist.WaitlistFixture;

/** A seat that comes free, as staff see it and as those who wait see it. */
@InBrowser
class WaitlistIT {

    @Autowired
    Backstage backstage;

    @Autowired
    MembersFixture members;

    @Autowired
    WaitlistFixture waitlist;

    @Autowired
    OfferLinks links;

    @Autowired
    StatusChanges changes;

    @Autowired
    TestClock clock;

    Program program;
    long seated;
    List<Long> waiting;

    /** One seat that is taken, and two who wait for it. */
    @BeforeEach
    void aFullProgram(Browser browser) {
        program = backstage.program(Plans.limited(backstage.unique("Spring launch"), 1));
        seated = backstage.member(program, "Ada Lovelace", StatusCode.REGISTERED);
        waiting = backstage.members(program, List.of("Grace Hopper", "Mary Shaw"), StatusCode.WAITLISTED);
        browser.signIn(backstage.managerOf(program));
    }

    private String path(String rest) {
        return "/programs/" + program.key() + "/waitlist" + rest;
    }

    private void free() {
        changes.change(StatusRequest.of(program.key(), StatusCode.NOT_IN_PROGRAM, Cause.PERSON, Actor.SYSTEM), seated);
    }

    private String state(Browser browser) {
        return browser.driver().findElement(By.cssSelector(".door")).getDomAttribute("data-state");
    }

    private void press(Browser browser, String button) {
        browser.leave(() -> browser.driver().findElements(By.tagName("button")).stream()
                .filter(one -> one.getText().equals(button))
                .findFirst()
                .orElseThrow()
                .click());
    }

    private String offerOf(long member) {
        return links.of(member);
    }

    @Test
    void aFreeSeatGoesToTheNextByItself(Browser browser) {
        browser.open(path(""));
        assertThat(browser.driver().findElements(By.cssSelector("#queue tbody tr")))
                .hasSize(2);

        free();

        browser.eventually(
                () -> assertThat(members.statusOf(waiting.getFirst())).isEqualTo("REGISTERED"));
        browser.open(path(""));
        assertThat(browser.driver().findElements(By.cssSelector("#queue tbody tr")))
                .hasSize(1);
        assertThat(new Page(browser).mainText()).contains("Grace Hopper got a seat");
    }

    @Test
    void anOfferIsSeenByStaffAndAcceptedByLink(Browser browser) {
        waitlist.offers(program);
        free();
        browser.eventually(() -> assertThat(offerOf(waiting.getFirst())).isNotNull());
        browser.open(path(""));
        assertThat(browser.driver().findElements(By.cssSelector("#offered li"))).hasSize(1);

        browser.open(offerOf(waiting.getFirst()));
        assertThat(state(browser)).isEqualTo("OPEN");
        press(browser, "Take the seat");

        assertThat(state(browser)).isEqualTo("ACCEPTED");
        browser.open(path(""));
        assertThat(new Page(browser).mainText()).contains("accepted the offer", "by themselves");
    }

    @Test
    void anOfferThatIsDeclinedGoesToTheNextAndThenEnds(Browser browser) {
        waitlist.offers(program);
        free();
        browser.eventually(() -> assertThat(offerOf(waiting.getFirst())).isNotNull());
        browser.open(offerOf(waiting.getFirst()));
        press(browser, "Take me off the waitlist");
        assertThat(state(browser)).isEqualTo("DECLINED");

        browser.eventually(() -> assertThat(offerOf(waiting.getLast())).isNotNull());
        var second = offerOf(waiting.getLast());
        clock.set(waitlist.offerUntil(waiting.getLast()));
        browser.open(second);
        assertThat(state(browser)).isEqualTo("EXPIRED");
        assertThat(browser.driver().findElement(By.id("place")).getText()).isEqualTo("You still wait, at place 1.");
    }

    @Test
    void whySomebodyWaitsAndMovingThem(Browser browser) {
        browser.open(path("/" + waiting.getLast()));
        assertThat(browser.driver().findElement(By.id("why")).getText()).contains("At place 2 on the waitlist.");
        browser.driver().findElement(By.id("priority")).clear();
        browser.driver().findElement(By.id("priority")).sendKeys("1");
        browser.driver().findElement(By.id("reason")).sendKeys("A speaker");
        press(browser, "Move");
        assertThat(browser.driver().findElement(By.id("why")).getText()).contains("At place 1 on the waitlist.");
    }
}
