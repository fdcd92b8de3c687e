package rollcall.torture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.testing.Node.Database;
import rollcall.testing.Options;

/** What {@code bin/torture} is told. */
record Arguments(List<Fault> faults, List<Database> databases, long minutes, long seed, int size) {

    /** @throws IllegalArgumentException for a fault or a database that there is not */
    static Arguments of(List<String> words) {
        var options = new Options(words);
        var named = options.names().stream().map(Arguments::fault).toList();
        return new Arguments(
                named.isEmpty() ? List.of(Fault.values()) : named,
                Stream.of(options.option("database", "h2,postgresql").split(","))
                        .map(name -> Database.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList(),
                Long.parseLong(options.option("minutes", "0")),
                Long.parseLong(options.option("seed", Integer.toString(new Random().nextInt(1_000_000)))),
                Integer.parseInt(options.option("size", "10000")));
    }

    private static Fault fault(String word) {
        return Arrays.stream(Fault.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No fault is called " + word + ", but: " + words(List.of(Fault.values()))));
    }

    private static String words(List<Fault> faults) {
        return faults.stream().map(Fault::word).collect(Collectors.joining(" "));
    }

    /** As one types them to have the same again. */
    @Override
    public String toString() {
        return "%s --database=%s --minutes=%d --seed=%d --size=%d"
                .formatted(
                        words(faults),
                        databases.stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(",")),
                        minutes,
                        seed,
                        size);
    }
}
