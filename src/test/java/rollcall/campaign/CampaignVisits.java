package rollcall.campaign;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.web.Flash;

/** Asks for pages, sends forms as a browser would, and reads what came. */
@Lazy // an application that browser tests look at has no MockMvc
@Component
class CampaignVisits {

    private final MockMvcTester mvc;

    CampaignVisits(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult get(RequestPostProcessor who, String address) {
        return mvc.get().uri(address).with(who).exchange();
    }

    Document page(RequestPostProcessor who, String address) {
        return read(get(who, address));
    }

    Document part(RequestPostProcessor who, String address) {
        return read(
                mvc.get().uri(address).header("HX-Request", "true").with(who).exchange());
    }

    MvcTestResult post(RequestPostProcessor who, String address, Map<String, List<String>> fields) {
        return send(who, address, fields, false);
    }

    MvcTestResult post(RequestPostProcessor who, String address, String... fields) {
        var all = new LinkedHashMap<String, List<String>>();
        for (int n = 0; n < fields.length; n += 2) {
            all.put(fields[n], List.of(fields[n + 1]));
        }
        return post(who, address, all);
    }

    Document postPart(RequestPostProcessor who, String address, Map<String, List<String>> fields) {
        return read(send(who, address, fields, true));
    }

    private MvcTestResult send(
            RequestPostProcessor who, String address, Map<String, List<String>> fields, boolean part) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return (part ? request.header("HX-Request", "true") : request).exchange();
    }

    /** What a browser sends when that button of the form is pressed. */
    static Map<String, List<String>> pressed(Document page, String act) {
        var form = (FormElement) page.expectFirst("#editor");
        if (form.select("button[name=act][value=%s]".formatted(act)).isEmpty()) {
            throw new AssertionError("The form has no button %s.".formatted(act));
        }
        var fields = new LinkedHashMap<String, List<String>>();
        form.formData()
                .forEach(pair -> fields.merge(
                        pair.key(),
                        List.of(pair.value()),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList()));
        fields.remove("_csrf");
        fields.put("act", List.of(act));
        return fields;
    }

    static Document read(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    static String leadsTo(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    /** The key of what the next page says: of success, or of a problem. */
    static String said(MvcTestResult answer) {
        var map = answer.getMvcResult().getFlashMap();
        var flash = (Flash) (map.get("problem") == null ? map.get("flash") : map.get("problem"));
        return flash == null ? "" : flash.message();
    }

    static List<String> texts(Element within, String css) {
        return within.select(css).eachText();
    }
}
