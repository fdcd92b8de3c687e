package rollcall.torture;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import rollcall.program.StatusCode;
import rollcall.testing.Pages;

/** Does one thing after the other, as the dice fall: reads, adds people, changes one or many, registers, approves. */
final class User implements Runnable {

    private static final int ADDED = 20;

    private final Caller caller;
    private final Scene scene;
    private final String name;
    private final Random dice;
    private int last;

    /** @param name what the addresses of all begin with whom this one adds */
    User(Caller caller, Scene scene, String name, long seed) {
        this.caller = caller;
        this.scene = scene;
        this.name = name;
        this.dice = new Random(seed);
    }

    @Override
    public void run() {
        add();
        while (!caller.stopped()) {
            switch (dice.nextInt(10)) {
                case 0 -> add();
                case 1 -> changeTicked();
                case 2, 3, 4 -> changeOne();
                case 5, 6 -> register();
                case 7 -> approve();
                case 8 -> export();
                default -> look();
            }
        }
    }

    /** Half of those who get no answer try again; the other half go away, and nobody knows. */
    private boolean again() {
        return dice.nextBoolean();
    }

    private void add() {
        var people = Stream.generate(this::somebody).limit(ADDED).toList();
        var page = caller.read(scene.list() + "/members/new?how=paste");
        var preview = page.flatMap(found -> {
            var form = found.expectFirst("form.add-form");
            form.expectFirst("textarea[name=people]").val(String.join("\n", people));
            Pages.fill(form, "status", "INVITED");
            return caller.preview(form);
        });
        preview.ifPresent(found -> {
            var form = Caller.pressed(found.expectFirst(".preview form"), "confirm");
            var ignored = caller.send(form, again(), "added", people, StatusCode.INVITED);
        });
    }

    private String somebody() {
        return "%s-%d@example.org".formatted(name, ++last);
    }

    private void changeOne() {
        var rows = mine();
        if (rows.isEmpty()) {
            return;
        }
        var row = rows.get(dice.nextInt(rows.size()));
        var page = caller.read(scene.list() + "/members/" + row.attr("data-member-id"));
        page.map(found -> found.selectFirst("form.change")).ifPresent(form -> {
            Pages.fill(form, "status", "REGISTERED");
            var ignored = caller.send(form, again(), "changed", List.of(email(row)), StatusCode.REGISTERED);
        });
    }

    /** The rows of those whom this one added and who are not changed yet. */
    private List<Element> mine() {
        return rows(scene.list(), "INVITED&q=" + name + "-");
    }

    private List<Element> rows(String program, String status) {
        return caller.read(program + "/members?status=" + status)
                .map(page -> List.copyOf(page.select("tr[data-member-id]")))
                .orElse(List.of());
    }

    private static String email(Element row) {
        return row.expectFirst("td bdi").text().replace(" ", "");
    }

    private void changeTicked() {
        var page = caller.read(scene.list() + "/members?status=INVITED&q=" + name + "-");
        page.filter(found -> found.selectFirst("#bulk") != null).ifPresent(found -> {
            var rows = List.copyOf(found.select("tr[data-member-id]"));
            var ticked = rows.subList(0, dice.nextInt(rows.size()) + 1);
            var form = found.expectFirst("#bulk");
            Pages.fill(form, "status", "REGISTERED");
            ticked.forEach(row -> Caller.with(form, "memberId", row.attr("data-member-id")));
            confirm(form, ticked.stream().map(User::email).toList());
        });
    }

    private void confirm(Element form, List<String> people) {
        var confirmation = caller.preview(form).map(preview -> preview.selectFirst("form.card-foot"));
        confirmation.ifPresent(found -> {
            var ignored = caller.send(
                    Caller.pressed(found, "confirm"), again(), "changed many", people, StatusCode.REGISTERED);
        });
    }

    private void register() {
        caller.read(scene.form())
                .map(page -> page.selectFirst("form.registration"))
                .ifPresent(form -> {
                    var email = somebody();
                    Pages.fill(form, "email", email);
                    Pages.fill(form, "firstName", "Grace");
                    Pages.fill(form, "lastName", "Hopper");
                    var ignored = caller.send(form, again(), "registered", List.of(email), StatusCode.PENDING_APPROVAL);
                });
    }

    private void approve() {
        var rows = rows(scene.open(), "PENDING_APPROVAL&q=" + name + "-");
        if (rows.isEmpty()) {
            return;
        }
        var row = rows.get(dice.nextInt(rows.size()));
        var page = caller.read("/approvals/" + row.attr("data-member-id"));
        page.map(found -> found.selectFirst("form#approve")).ifPresent(form -> {
            var ignored = caller.send(form, again(), "approved", List.of(email(row)), StatusCode.REGISTERED);
        });
    }

    private void export() {
        var ignored = caller.read(scene.list() + "/members.csv?q=" + name + "-");
    }

    private void look() {
        var pages = List.of("/programs", scene.list(), scene.open() + "/members", "/approvals", "/letters", "/jobs");
        var ignored = caller.read(pages.get(dice.nextInt(pages.size())));
    }
}
