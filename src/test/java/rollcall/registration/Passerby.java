package rollcall.registration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Asks for pages and sends forms, with an account or without. */
@Lazy // an application that browser tests look at has no MockMvc
@Component("passerby")
class Passerby {

    private final MockMvcTester mvc;

    Passerby(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(String uri) {
        return mvc.get().uri(URI.create(uri)).accept(MediaType.TEXT_HTML).exchange();
    }

    MvcTestResult get(RequestPostProcessor who, String uri) {
        return mvc.get()
                .uri(URI.create(uri))
                .with(who)
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    /** As from any other site: no session, no token. */
    MvcTestResult post(String uri, Map<String, ?> form) {
        return send(mvc.post().uri(URI.create(uri)), form);
    }

    MvcTestResult post(RequestPostProcessor who, String uri, Map<String, ?> form) {
        return send(mvc.post().uri(URI.create(uri)).with(who).with(SecurityMockMvcRequestPostProcessors.csrf()), form);
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, Map<String, ?> form) {
        form.forEach((name, value) -> {
            for (var one : value instanceof List<?> several ? several : List.of(value)) {
                request.param(name, one.toString());
            }
        });
        return request.accept(MediaType.TEXT_HTML).exchange();
    }

    static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
