package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.campaign.CampaignScene;
import rollcall.mail.MailScene;
import rollcall.program.ChannelFixture;
import rollcall.program.Channels;
import rollcall.registration.PublicScene;
import rollcall.testing.Browser;
import rollcall.testing.InItsOwnBrowser;
import rollcall.transfer.ExportsFixture;

/** Every page can be used in light and dark, on a wide screen and on a narrow one, however long a name is. */
@InItsOwnBrowser
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final int[] NARROW = {390, 320};

    /** They lead elsewhere, or hand out a part of a page. Files are told by their names. */
    private static final Set<String> NO_PAGES = Set.of(
            "/",
            "/mailbox/{letterId}/body",
            "/mailbox/{letterId}/event.ics",
            "/admin/templates/{sharedId}/preview",
            "/calendar/{calendar}.ics",
            "/hooks/{kind}/{connectionId}",
            "/admin/connections/consent",
            "/admin/connections/{connectionId}/consent",
            "/r/{slug}/webinar.ics",
            "/programs/{programId}/templates/{templateId}/preview",
            "/programs/{programId}/exports/{exportId}/file",
            "/programs/{programId}/members/count",
            "/programs/{programId}/members/views/menu",
            "/programs/{programId}/members/{memberId}/row",
            "/programs/{programId}/members/{memberId}/standing",
            "/programs/{programId}/members/{memberId}/status-changes/new");

    @TempDir
    static Path folder;

    @Autowired
    Backstage backstage;

    @Autowired
    Scene scene;

    @Autowired
    SimulatedScene simulated;

    @Autowired
    CampaignScene campaigns;

    @Autowired
    MailScene mail;

    @Autowired
    PublicScene pages;

    @Autowired
    ExportsFixture exports;

    @Autowired
    Channels channels;

    @Autowired
    ChannelFixture ownChannel;

    List<Sight> sights;

    @BeforeAll
    void setTheScene() {
        sights = new Sights(
                        backstage,
                        scene,
                        simulated,
                        campaigns,
                        mail,
                        new SampleFiles(folder),
                        exports,
                        pages,
                        channels,
                        ownChannel)
                .all()
                .toList();
    }

    @AfterAll
    void clearTheScene() {
        scene.removeSample();
        mail.clear();
    }

    List<Sight> sights() {
        return sights;
    }

    @ParameterizedTest
    @MethodSource("sights")
    void canBeUsedByEverybodyOnAnyScreen(Sight sight, Browser browser) {
        sight.open(browser);
        assertThat(sight.isAt(browser.path())).as(browser.path()).isTrue();
        assertThat(new Page(browser).errorCode()).isEqualTo(sight.error());

        var axe = Axe.on(browser);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(axe.complaints()).as("axe, light").isEmpty();
            browser.system("dark");
            softly.assertThat(axe.complaintsOfColours()).as("axe, dark").isEmpty();
            for (var width : NARROW) {
                browser.width(width);
                softly.assertThat(browser.widerThan(width))
                        .as("wider than %d pixels", width)
                        .isEmpty();
            }
            softly.assertThat(axe.complaintsOfSizes()).as("axe, narrow").isEmpty();
        });
    }

    @Test
    void isSeenHere() throws IOException {
        assertThat(sights).extracting(Sight::address).containsAll(addresses());
    }

    /** Those that show a page, as docs/who-may-do-what.md names them. */
    private static List<String> addresses() throws IOException {
        try (var lines = Files.lines(Path.of("docs/who-may-do-what.md"))) {
            return lines.filter(line -> line.startsWith("| `GET ") && !line.contains("(htmx)"))
                    .map(line -> line.replaceAll("^\\| `GET (\\S+)`.*$", "$1"))
                    .filter(address -> !address.matches(".*\\.(csv|json|xlsx)") && !NO_PAGES.contains(address))
                    .toList();
        }
    }
}
