package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programs", "/programs?show=past&q=%C3%A5", "/programs/1/members?after=upcoming.1.2"})
    void leadsBackIntoThisHouse(String address) {
        assertThat(Back.safe(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "programs",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/%zz"
            })
    void neverOutOfIt(String address) {
        assertThat(Back.safe(address)).isEqualTo("/");
    }
}
