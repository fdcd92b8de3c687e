package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What changes when people come by https. */
@SetByTheOperator
class PublicUrlTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void onlyTheConfiguredHostIsAnswered() {
        assertThat(mvc.get().uri("/login").header("Host", "rollcall.example.org"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/login").header("Host", "evil.example")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.get().uri("/login")).hasStatus(HttpStatus.BAD_REQUEST);
        for (var health : List.of("", "/liveness", "/readiness")) {
            assertThat(mvc.get().uri("/actuator/health" + health).header("Host", "10.0.0.1:8080"))
                    .hasStatusOk();
        }
    }

    @Test
    void theSessionCookieIsBoundToTheHostAndHttps() {
        var cookie = mvc.get()
                .uri("/login")
                .header("Host", "rollcall.example.org")
                .exchange()
                .getResponse()
                .getCookie("__Host-ROLLCALL");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void browsersAreToldToStayWithHttps() {
        assertThat(mvc.get().uri("/login").header("Host", "rollcall.example.org"))
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        assertThat(mvc.get().uri("/login").header("Host", "evil.example"))
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }
}
