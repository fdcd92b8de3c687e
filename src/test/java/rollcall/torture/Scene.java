package rollcall.torture;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import rollcall.program.StatusCode;
import rollcall.testing.Pages;

/**
 * Two programs: one that managers fill, with a simulated provider and a campaign that confirms, and one for everybody,
 * whose approver lets people in.
 */
record Scene(String list, String open, String form) {

    static Scene prepare(Pages pages) throws IOException {
        var list = pages.createProgram();
        pages.submit(pages.form(list + "/campaigns", "form[action$=recipes]"));
        var provider = pages.form(list + "/provider", "form[action$=provider]");
        Pages.fill(provider, "kind", "simulator");
        pages.submit(provider);
        var open = pages.createProgram();
        approved(pages, open);
        return new Scene(list, open, published(pages, open));
    }

    private static void approved(Pages pages, String program) throws IOException {
        var form = pages.form(program + "/edit", "form[action$=%s]".formatted(program));
        ticked(form, "approvalRequired");
        pages.submit(form);
    }

    /** The path of its registration page. */
    private static String published(Pages pages, String program) throws IOException {
        var form = pages.form(program + "/registration", "form[action$=registration]");
        ticked(form, "published");
        Pages.fill(form, "slug", "torture");
        pages.submit(form);
        return "/r/torture";
    }

    private static void ticked(Element form, String name) {
        form.expectFirst("input[type=checkbox][name=%s]".formatted(name)).attr("checked", true);
    }

    /** How far each member of both programs is, by the e-mail address. */
    Map<String, StatusCode> there(Pages pages) throws IOException {
        var there = new HashMap<String, StatusCode>();
        read(pages, list, there);
        read(pages, open, there);
        return there;
    }

    private static void read(Pages pages, String program, Map<String, StatusCode> there) throws IOException {
        var answer = pages.get(program + "/members.csv?column=EMAIL&column=STATUS");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(answer.body().replace("\ufeff", ""))) {
            for (var row : rows) {
                there.put(row.getField(0), status(row));
            }
        }
    }

    private static StatusCode status(NamedCsvRecord row) {
        return StatusCode.valueOf(row.getField(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** How many registrants the provider has. */
    long registrants(Pages pages) throws IOException {
        return number(pages.page("/admin/simulator")
                .expectFirst("tr[data-webinar-id] td.num")
                .text());
    }

    /** How many members are registered with the provider's program. */
    long registered(Pages pages) throws IOException {
        var there = new HashMap<String, StatusCode>();
        read(pages, list, there);
        return there.values().stream().filter(StatusCode.REGISTERED::equals).count();
    }

    /** How many registrations are on their way to the provider. */
    long underway(Pages pages) throws IOException {
        return pages.page(list + "/members?delivery=QUEUED&delivery=SENDING&delivery=RETRYING")
                .select("tr[data-member-id]")
                .size();
    }

    static long number(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
