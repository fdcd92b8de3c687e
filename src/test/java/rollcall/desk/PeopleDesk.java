package rollcall.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.Cause;
import rollcall.member.Newcomer;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Somebody who looks people up: makes people, asks for pages and sends forms. */
@Lazy // an application that browser tests look at has no MockMvc
@Component
class PeopleDesk {

    private final MockMvcTester mvc;
    private final People people;
    private final StatusChanges changes;

    PeopleDesk(MockMvcTester mvc, People people, StatusChanges changes) {
        this.mvc = mvc;
        this.people = people;
        this.changes = changes;
    }

    static String word() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param name first and last name, of which the address is made */
    static PersonDetails named(String name, String company) {
        var parts = name.split(" ", 2);
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        return new PersonDetails(email, parts[0], parts[1], company, "", "", "", "", "");
    }

    long person(PersonDetails details) {
        return people.bring(List.of(details), Known.OVERWRITE).getFirst();
    }

    /** The member's id. */
    long join(Program program, long person, StatusCode status) {
        return join(program, Newcomer.of(person), status);
    }

    long join(Program program, Newcomer newcomer, StatusCode status) {
        var request = StatusRequest.of(program.key(), status, Cause.PERSON, Actor.SYSTEM)
                .because("as asked");
        return changes.join(request, List.of(newcomer)).outcomes().getFirst().memberId();
    }

    MvcTestResult get(RequestPostProcessor who, String uri) {
        return mvc.get().uri(URI.create(uri)).with(who).exchange();
    }

    Document page(RequestPostProcessor who, String uri) {
        return Jsoup.parse(text(get(who, uri)));
    }

    MvcTestResult post(RequestPostProcessor who, String uri, Map<String, ?> form) {
        var request = mvc.post().uri(URI.create(uri)).with(who).with(csrf());
        form.forEach((name, value) -> request.param(name, value.toString()));
        return request.exchange();
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the page's form sends when nothing is typed or picked. */
    static Map<String, String> fields(Document page, String form) {
        var fields = new LinkedHashMap<String, String>();
        page.select(form).select("input[type=hidden], input[type=radio][checked]").stream()
                .filter(input -> !input.attr("name").equals("_csrf"))
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }
}
