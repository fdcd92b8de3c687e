package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/programs", "/programs/1/members?q=a%20b&status=INVITED", "/account", "/loginsomething"})
    void leadsToAPageOfThisHouse(String path) {
        assertThat(WayBack.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "evil",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example/programs",
                "/programs\r\nSet-Cookie: a=b",
                "/login",
                "/login?next=/login",
                "/logout",
                "/setup/abc",
                "/error",
                "javascript:alert(1)"
            })
    void leadsNowhereElse(String path) {
        assertThat(WayBack.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/programs?q=1", "https://evil.example/programs?q=1"})
    void takesOnlyThePathOfAnAddress(String address) {
        assertThat(WayBack.ofAddress(address)).contains("/programs?q=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost//evil.example", "mailto:a@example.org", "%%%", ""})
    void anAddressThatIsNoneLeadsNowhere(String address) {
        assertThat(WayBack.ofAddress(address)).isEmpty();
    }
}
