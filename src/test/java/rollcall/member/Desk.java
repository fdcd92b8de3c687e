package rollcall.member;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Somebody at the desk: asks for pages, sends forms, and reads what came. */
@Lazy // an application that browser tests look at has no MockMvc
@Component
class Desk {

    private final MockMvcTester mvc;
    private final People people;
    private final StatusChanges changes;
    private final Members members;

    Desk(MockMvcTester mvc, People people, StatusChanges changes, Members members) {
        this.mvc = mvc;
        this.people = people;
        this.changes = changes;
        this.members = members;
    }

    long member(Program program, String first, String last, StatusCode status) {
        var email = "%s.%s.%d@example.org".formatted(first, last, program.key()).toLowerCase(java.util.Locale.ROOT);
        return member(program, new PersonDetails(email, first, last, "Acme", "", "", "", "", ""), status);
    }

    long member(Program program, PersonDetails details, StatusCode status) {
        var person = people.bring(List.of(details), Known.OVERWRITE);
        var request = StatusRequest.of(program.key(), status, Cause.PERSON, Actor.SYSTEM)
                .because("as asked");
        return changes.join(request, List.of(Newcomer.of(person.getFirst())))
                .outcomes()
                .getFirst()
                .memberId();
    }

    MemberLine line(Program program, long member) {
        return members.require(program, member);
    }

    MvcTestResult get(RequestPostProcessor who, String uri) {
        return mvc.get()
                .uri(URI.create(uri))
                .with(who)
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    MvcTestResult getPart(RequestPostProcessor who, String uri) {
        return mvc.get()
                .uri(URI.create(uri))
                .with(who)
                .header("HX-Request", "true")
                .exchange();
    }

    MvcTestResult post(RequestPostProcessor who, String uri, Map<String, ?> form) {
        return send(who, uri, form, false);
    }

    MvcTestResult postPart(RequestPostProcessor who, String uri, Map<String, ?> form) {
        return send(who, uri, form, true);
    }

    private MvcTestResult send(RequestPostProcessor who, String uri, Map<String, ?> form, boolean part) {
        var request = mvc.post().uri(URI.create(uri)).with(who).with(csrf()).accept(MediaType.TEXT_HTML);
        form.forEach((name, value) -> {
            for (var one : value instanceof List<?> several ? several : List.of(value)) {
                request.param(name, one.toString());
            }
        });
        return (part ? request.header("HX-Request", "true") : request).exchange();
    }

    static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }

    /** A part of a page, whose rows stand outside any table. */
    static Document part(MvcTestResult answer) {
        return Jsoup.parse(text(answer), "", Parser.xmlParser());
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The members in a list, by the names that their rows show. */
    static List<String> names(Element list) {
        return list.select("tr[data-member-id] > th[scope=row]").eachText();
    }

    /** What the form with that id, or of that class, sends when nothing is typed. */
    static Map<String, Object> fields(Element form) {
        var fields = new java.util.LinkedHashMap<String, Object>();
        form.select("input[type=hidden], textarea").stream()
                .filter(input -> !input.attr("name").equals("_csrf"))
                .forEach(input -> fields.merge(
                        input.attr("name"),
                        input.tagName().equals("textarea") ? input.wholeText() : input.val(),
                        (one, other) -> {
                            var all =
                                    new java.util.ArrayList<Object>(one instanceof List<?> list ? list : List.of(one));
                            all.add(other);
                            return all;
                        }));
        return fields;
    }
}
