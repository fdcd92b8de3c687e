package rollcall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import rollcall.testing.Options;

/**
 * The command behind {@code bin/bench}: measures each case on H2 and PostgreSQL and prints medians and ratios. Takes the
 * names of cases (all when there is none), {@code --size=100000}, {@code --part=100000}, {@code --runs=3} and
 * {@code --database=h2}.
 */
public final class Bench {

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("spring.devtools.restart.enabled", "false"); // it would start everything twice
        new Bench(new Options(List.of(arguments))).run();
        System.exit(0); // the database server of the bench leaves threads behind
    }

    private void run() throws Exception {
        var names = options.names();
        var size = Integer.parseInt(options.option("size", "100000"));
        var part = Math.min(size, Integer.parseInt(options.option("part", "100000")));
        var runs = Integer.parseInt(options.option("runs", "3"));
        var figures = new Figures();
        System.out.println("# Java %s, %d cores, heap %d MB"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20));
        for (var database : options.option("database", "h2,postgresql").split(",")) {
            for (var one : ServiceLoader.load(Case.class)) {
                if (names.isEmpty() || names.contains(one.name())) {
                    measure(one, database, size, part, runs, figures);
                }
            }
        }
        System.out.println();
        System.out.println(figures);
    }

    private static void measure(Case one, String database, int size, int part, int runs, Figures figures)
            throws Exception {
        try (var sink = Beside.start(Sink.class);
                var zoom = Beside.start(FakeZoom.class, "50")) {
            var settings = new ArrayList<>(List.of(
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + sink.port(),
                    "--rollcall.mail.from=rollcall@example.org",
                    "--rollcall.registration.per-address=10000000",
                    "--rollcall.registration.per-program=10000000",
                    "--rollcall.provider.zoom.base-url=http://127.0.0.1:" + zoom.port(),
                    "--rollcall.provider.zoom.token-url=http://127.0.0.1:" + zoom.port() + "/token",
                    "--rollcall.connections.bench.kind=zoom",
                    "--rollcall.connections.bench.account-id=A",
                    "--rollcall.connections.bench.client-id=C",
                    "--rollcall.connections.bench.client-secret=S"));
            settings.addAll(one.settings());
            Ground.with(database, size, part, runs, settings, ground -> one.measure(ground, figures));
        }
    }
}
