package rollcall.provider;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.web.Flash;

/** Asks for pages, sends forms, and reads what came. */
@Lazy // an application that browser tests look at has no MockMvc
@Component
class Reading {

    private final MockMvcTester mvc;

    Reading(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).with(who).exchange();
    }

    MvcTestResult getPart(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).header("HX-Request", "true").with(who).exchange();
    }

    Document page(RequestPostProcessor who, String address) {
        return read(get(who, address));
    }

    Document part(RequestPostProcessor who, String address) {
        return read(getPart(who, address));
    }

    /** @param fields names and values by turns; a name may come more than once */
    MvcTestResult post(RequestPostProcessor who, String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return request.exchange();
    }

    static String leadsTo(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    /** The key of what the next page says was not done; nothing when all went well. */
    static String problem(MvcTestResult answer) {
        var problem = (Flash) answer.getMvcResult().getFlashMap().get("problem");
        return problem == null ? "" : problem.message();
    }

    static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
