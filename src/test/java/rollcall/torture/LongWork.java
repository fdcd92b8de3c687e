package rollcall.torture;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import rollcall.program.StatusCode;
import rollcall.testing.Pages;

/** A manager at work on many: checks a file, imports it, registers all who came in, and has them exported. */
final class LongWork {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final String ENDED = "#job:is([data-state=DONE], [data-state=CANCELLED], [data-state=FAILED])";

    private final Caller caller;
    private final Pages pages;
    private final Scene scene;
    private final String name;
    private final List<String> people;

    /** @param name what the addresses begin with of all who are imported */
    LongWork(Caller caller, Scene scene, String name, int size) {
        this.caller = caller;
        this.pages = caller.pages();
        this.scene = scene;
        this.name = name;
        this.people = IntStream.range(0, size)
                .mapToObj(n -> "%s-%d@example.org".formatted(name, n))
                .toList();
    }

    /** Works up to there. */
    void until(Moment moment) throws IOException {
        var upload = upload();
        if (moment.work() == Moment.Work.CHECK) {
            reach(upload, moment);
            return;
        }
        ended(upload);
        var brought = bring(upload);
        if (moment.work() == Moment.Work.IMPORT) {
            reach(brought, moment);
            return;
        }
        ended(brought);
        change(moment);
    }

    private void change(Moment moment) throws IOException {
        var before = scene.registrants(pages);
        var job = register();
        if (moment.work() == Moment.Work.BULK) {
            reach(job, moment);
        } else if (moment.work() == Moment.Work.PUSH) {
            until(() -> scene.registrants(pages) - before >= people.size() * moment.at() / 100);
        } else {
            ended(job);
            reach(export(), moment);
        }
    }

    private static void until(Callable<Boolean> so) {
        await().atMost(PATIENCE).pollInterval(OFTEN).until(so);
    }

    private void ended(String job) {
        until(() -> jobHas(job, ENDED));
    }

    /** An import that is not looked at yet, and a file that is prepared, lead to their job; later they are pages themselves. */
    private boolean jobHas(String job, String selector) throws IOException {
        var page = pages.page(job);
        return page.selectFirst("#job") == null || page.selectFirst(selector) != null;
    }

    private void reach(String job, Moment moment) {
        until(() -> jobHas(job, ENDED) || percent(pages.page(job)) >= moment.at());
    }

    private static long percent(Document page) {
        return Scene.number(page.select("#job progress").attr("value"));
    }

    private String upload() throws IOException {
        var file = people.stream()
                .map(person -> person + ",Grace,Hopper")
                .collect(Collectors.joining("\n", "email,first name,last name\n", "\n"));
        var mapping = pages.submit(pages.form(scene.list() + "/imports", "form#upload"), "file", file);
        var form = mapping.expectFirst("form#plan");
        Pages.fill(form, "status", "INVITED");
        pages.submit(form);
        return mapping.location().replaceAll("^.*(/programs/\\d+/imports/\\d+).*$", "$1");
    }

    private String bring(String upload) throws IOException {
        return sent(pages.form(upload, "form[action$=confirmation]"), "imported", StatusCode.INVITED);
    }

    private String register() throws IOException {
        var form = pages.form(scene.list() + "/members?q=" + name + "-", "#bulk");
        Pages.fill(form, "status", "REGISTERED");
        var confirmation = pages.submit(Caller.pressed(form, "all")).expectFirst("form.card-foot");
        return sent(Caller.pressed(confirmation, "confirm"), "changed all", StatusCode.REGISTERED);
    }

    /** Nobody is changed by it. */
    private String export() throws IOException {
        var form = pages.form(scene.list() + "/members/export?q=" + name + "-", "form#export");
        form.attr("action", scene.list() + "/exports");
        return pages.submit(Caller.with(form, "format", "CSV")).location();
    }

    private String sent(Element form, String what, StatusCode to) {
        return caller.send(form, true, what, people, to)
                .orElseThrow(() -> new IllegalStateException(what + " was not done: " + caller.wrong()));
    }
}
