package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentsTest {

    @Test
    void anyNameBecomesOneThatAnySystemTakes() {
        assertThat(Attachments.named("Vår lansering", "csv"))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''V%C3%A5r%20lansering.csv");
        assertThat(Attachments.named("a/b\\c:\"d\"\r\ne", "csv"))
                .doesNotContain("/", "\\", "\r", "\n")
                .contains("a b c");
        assertThat(Attachments.named("///", "csv")).contains("Rollcall.csv");
        assertThat(Attachments.named("x".repeat(500), "csv"))
                .contains("x".repeat(80) + ".csv")
                .doesNotContain("x".repeat(81));
        assertThat(Attachments.named("😀".repeat(100), "csv")).doesNotContain("%3F", "%EF%BF%BD");
    }
}
