package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TagTest {

    @Test
    void eachTagIsAWordBehindAPlus() {
        for (var tag : Tag.values()) {
            assertThat(Tag.of("ada+" + tag.word() + "@example.org")).containsExactly(tag);
        }
        assertThat(Arrays.stream(Tag.values()).map(Tag::word).collect(Collectors.joining(" ")))
                .isEqualTo("full closed over badfield refused host slow down timeout lost throttle pending dup live"
                        + " ondemand noshow");
    }

    @Test
    void onlyWholeWordsOfTheLocalPartCount() {
        var asked = Map.of(
                "ada@example.org", Set.of(),
                "full@example.org", Set.of(),
                "full+ada@example.org", Set.of(),
                "ada+fuller@example.org", Set.of(),
                "ada@sub+full.example.org", Set.of(),
                "Ada+SLOW+live@example.org", Set.of(Tag.SLOW, Tag.LIVE),
                "no address+full", Set.of());
        asked.forEach((email, tags) -> assertThat(Tag.of(email)).as(email).isEqualTo(tags));
    }
}
