package rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;

/** Every page of a program has the program's tabs, and says on which of them it is. */
@OnH2
@Import(OneOfEach.class)
class ProgramTabsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OneOfEach oneOfEach;

    @ParameterizedTest
    @CsvSource({
        "/programs/{id},                                            Summary",
        "/programs/{id}/edit,                                       Settings",
        "/programs/{id}/errors,                                     Summary",
        "/programs/{id}/cancellations,                              Summary",
        "/programs/{id}/members,                                    Members",
        "/programs/{id}/members/export,                             Members",
        "/programs/{id}/members/new,                                Members",
        "/programs/{id}/members/{memberId},                         Members",
        "/programs/{id}/members/{memberId}/details,                 Members",
        "/programs/{id}/status-changes/{changeSetId},               Members",
        "/programs/{id}/status-changes/job/{jobId},                 Members",
        "/programs/{id}/imports,                                    Import",
        "/programs/{id}/imports/{importId}/mapping,                 Import",
        "/programs/{id}/campaigns,                                  Campaigns",
        "/programs/{id}/campaigns/new,                              Campaigns",
        "/programs/{id}/campaigns/{campaignId},                     Campaigns",
        "/programs/{id}/campaigns/{campaignId}/edit,                Campaigns",
        "/programs/{id}/campaigns/{campaignId}/dry-run,             Campaigns",
        "/programs/{id}/sends,                                      Campaigns",
        "/programs/{id}/templates,                                  Templates",
        "/programs/{id}/templates/{templateId},                     Templates",
        "/programs/{id}/waitlist,                                   Waitlist",
        "/programs/{id}/waitlist/settings,                          Waitlist",
        "/programs/{id}/waitlist/history,                           Waitlist",
        "/programs/{id}/waitlist/{memberId},                        Waitlist",
        "/programs/{id}/registration,                               Registration",
        "/programs/{id}/form,                                       Registration",
        "/programs/{id}/form/fields/{key},                          Registration",
        "/jobs/{jobId},                                             Members",
    })
    void aManagerMayGoToTheOtherPagesOfTheProgram(String address, String here) {
        var page = page(address, SignedIn.administrator());
        assertThat(page.select("nav.tabs a").eachText())
                .containsExactly(
                        "Summary",
                        "Members",
                        "Import",
                        "Approval",
                        "Campaigns",
                        "Templates",
                        "Provider",
                        "Registration",
                        "Waitlist",
                        "Settings");
        assertThat(page.select("nav.tabs [aria-current=page]").eachText()).containsExactly(here);
    }

    @Test
    void aViewerSeesNoWayThatIsClosed() {
        var page = page("/programs/{id}/members/{memberId}", SignedIn.viewer());
        assertThat(page.select("nav.tabs a").eachText()).containsExactly("Summary", "Members", "Campaigns", "Waitlist");
    }

    private Document page(String address, RequestPostProcessor who) {
        var program = oneOfEach.program();
        var path = VARIABLE.matcher(address)
                .replaceAll(variable -> String.valueOf(oneOfEach.fresh(variable.group(1), program)));
        var answer = mvc.get().uri(path).with(who).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
