package rollcall.torture;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import rollcall.program.StatusCode;
import rollcall.testing.Pages;

/**
 * Somebody who turns to another node when one does not answer, and sends again what got no answer, exactly as it was.
 * What is not to be answered like that, whatever happens, is noted as wrong.
 */
final class Caller implements AutoCloseable {

    /** Answers 503 as long as its database is away, and so does a node that is going down. */
    private static final int AWAY = 503;

    /** For good reason: somebody else was faster, or the form was sent before. */
    private static final List<Integer> REFUSALS = List.of(409, 422);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Who sends again gets an answer by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pages pages;
    private final AtomicInteger turn;
    private final Ledger ledger;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong slowest = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);

    private Caller(Pages pages, AtomicInteger turn, Ledger ledger) {
        this.pages = pages;
        this.turn = turn;
        this.ledger = ledger;
    }

    /** @param first the node to begin with */
    static Caller at(Rig rig, int first, Ledger ledger) {
        var turn = new AtomicInteger(first);
        return new Caller(new Pages(() -> rig.base(turn.get())), turn, ledger);
    }

    Pages pages() {
        return pages;
    }

    List<String> wrong() {
        return wrong;
    }

    /** A page, or nothing when it could not be had now. */
    Optional<Document> read(String path) {
        return page(path, () -> pages.get(path));
    }

    /** Sends a form that shows what it would come to; nothing when that cannot be had now. */
    Optional<Document> preview(Element form) {
        return page(form.attr("action"), () -> pages.post(form));
    }

    private interface Request {
        HttpResponse<String> send() throws IOException;
    }

    private HttpResponse<String> timed(Request request) throws IOException {
        var began = System.nanoTime();
        try {
            return request.send();
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
        }
    }

    /** The longest that an answer took, or that there was none. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    private Optional<Document> page(String path, Request request) {
        try {
            var answer = timed(request);
            if (answer.statusCode() == 200) {
                return Optional.of(Jsoup.parse(answer.body(), answer.uri().toString()));
            }
            note(path, answer);
        } catch (IOException away) {
            turnAway();
        }
        return Optional.empty();
    }

    private void note(String path, HttpResponse<String> answer) {
        if (answer.statusCode() == AWAY) {
            turnAway();
        } else {
            wrong.add("%s answered %d: %s".formatted(path, answer.statusCode(), text(answer)));
        }
    }

    private static String text(HttpResponse<String> answer) {
        var text = Jsoup.parse(answer.body()).select("main").text();
        return text.substring(0, Math.min(160, text.length()));
    }

    /** To the next node. */
    void turn() {
        turn.incrementAndGet();
    }

    private void turnAway() {
        turn();
        try {
            var ignored = over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** As if that button of the form were pressed. */
    static Element pressed(Element form, String button) {
        return with(form, button, "true");
    }

    static Element with(Element form, String name, String value) {
        form.appendElement("input").attr("type", "hidden").attr("name", name).val(value);
        return form;
    }

    /**
     * Sends a form that does something.
     *
     * @param again whether to send it again until it is answered
     * @return where it leads, when it was done
     */
    Optional<String> send(Element form, boolean again, String what, Collection<String> people, StatusCode to) {
        var deed = ledger.ask(what, people, to);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                var answer = timed(() -> pages.post(form));
                if (answer.statusCode() != AWAY) {
                    return answered(deed, answer);
                }
            } catch (IOException lost) {
                // Nobody knows what came of it.
            }
            turnAway();
        } while (again && System.nanoTime() < deadline);
        if (again) {
            wrong.add("Sent again for two minutes without an answer: " + deed);
        }
        return Optional.empty();
    }

    private Optional<String> answered(Deed deed, HttpResponse<String> answer) {
        var leads = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() / 100 == 3 && !leads.contains("/login")) {
            ledger.acknowledge(deed);
            return Optional.of(leads);
        }
        ledger.refuse(deed);
        if (!REFUSALS.contains(answer.statusCode())) {
            wrong.add("%s was answered %d %s: %s".formatted(deed, answer.statusCode(), leads, text(answer)));
        }
        return Optional.empty();
    }

    /** That work; what it trips over is wrong as well. */
    Runnable minded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error stumbled) {
                wrong.add("Somebody stumbled: " + stumbled);
            }
        };
    }

    /** It does not wait any more. */
    void stop() {
        over.countDown();
    }

    boolean stopped() {
        return over.getCount() == 0;
    }

    @Override
    public void close() {
        pages.close();
    }
}
