package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import rollcall.testing.Browser;

/** The form in which a campaign is built. Its buttons change it in place, or send it when there are no scripts. */
final class CampaignEditor extends Page {

    CampaignEditor(Browser browser) {
        super(browser);
    }

    Part trigger(int number) {
        return part("//fieldset[legend[normalize-space(.)='trigger %d']]".formatted(number));
    }

    Part condition(int number) {
        return part("//fieldset[legend[normalize-space(.)='condition %d']]".formatted(number));
    }

    Part step(int number) {
        return part("//li[.//h3[normalize-space(.)='Step %d']]".formatted(number));
    }

    private Part part(String xpath) {
        var part = new Part(browser, By.xpath(xpath));
        browser.eventually(() -> assertThat(part.root().isDisplayed()).isTrue());
        return part;
    }

    /** What a trigger, a condition or a step is: the first thing to choose in it. */
    void kind(Part part, String kind) {
        new Select(part.root().findElement(By.tagName("select"))).selectByVisibleText(kind);
    }

    /** One of the boxes below a heading. */
    void tick(Part part, String heading, String name) {
        part.root()
                .findElement(By.xpath(".//fieldset[legend[normalize-space(.)='%s']]//label[normalize-space(.)='%s']"
                        .formatted(heading, name)))
                .click();
    }

    void awaitSentence(String sentence) {
        browser.eventually(() -> assertThat(read("sentence")).isEqualTo(sentence));
    }

    void awaitAudience(String sentence, int members) {
        browser.eventually(() -> assertThat(read("audience-sentence") + ": " + read("audience-count"))
                .isEqualTo(sentence + ": " + members));
    }

    private String read(String id) {
        return root().findElement(By.id(id)).getText();
    }
}
