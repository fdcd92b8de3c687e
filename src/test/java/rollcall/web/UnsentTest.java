package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class UnsentTest {

    @Test
    void whatWasTypedComesBackFromOneLine() {
        var form = new Unsent("/programs/1", Map.of("a&b=c", List.of("1", "", "å\r\n?&=%+ \u2028")));
        assertThat(Unsent.read(form.line())).contains(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/programs/1", "//evil.example?a=1", "https://evil.example/?a=1", "/a?b=%zz", "/a?password=x"
            })
    void nothingElseIsRead(String line) {
        assertThat(Unsent.read(line)).isEmpty();
    }

    @Test
    void onlyFormsOfTextAreKept() {
        var request = new MockHttpServletRequest("POST", "/programs");
        request.setParameter("name", "Spring");
        request.setParameter("_csrf", "token");
        assertThat(Unsent.of(request)).as("of no known kind").isEmpty();
        request.setContentType("multipart/form-data; boundary=x");
        assertThat(Unsent.of(request)).isEmpty();
        request.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
        assertThat(Unsent.of(request)).contains(new Unsent("/programs", Map.of("name", List.of("Spring"))));
        request.setParameter("clientSecret", "x");
        assertThat(Unsent.of(request)).isEmpty();
    }
}
