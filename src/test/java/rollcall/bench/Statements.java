package rollcall.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the application asks its database while something is done, whoever asks, and how the database would answer each of
 * it: the statements that are really sent, with the values that were sent with them first.
 */
public final class Statements extends AppenderBase<ILoggingEvent> {

    private static final Pattern SENT = Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile(
            "Setting SQL statement parameter value: column index \\d+, parameter value \\[(.*)], value class \\[(.*)],"
                    + " .*",
            Pattern.DOTALL);

    private final Map<String, Sent> byText = new ConcurrentHashMap<>();
    private final Map<String, Sent> lastOf = new ConcurrentHashMap<>();

    /** @param values what stood for the question marks, in their order */
    public record Sent(String text, List<@Nullable Object> values) {

        /** Of a batch, the values of the first row are enough. */
        boolean whole() {
            return values.size() == text.chars().filter(c -> c == '?').count();
        }
    }

    private Statements() {}

    /** All that is sent while that is done, each text once. */
    public static List<Sent> during(Runnable work) {
        var ear = new Statements();
        var loggers = List.of((Logger) LoggerFactory.getLogger(JdbcTemplate.class), (Logger)
                LoggerFactory.getLogger("org.springframework.jdbc.core.StatementCreatorUtils"));
        ear.start();
        loggers.forEach(logger -> {
            logger.addAppender(ear);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
        });
        try {
            work.run();
        } finally {
            loggers.forEach(logger -> {
                logger.setLevel(null);
                logger.setAdditive(true);
                logger.detachAppender(ear);
            });
        }
        return List.copyOf(ear.byText.values());
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = event.getFormattedMessage();
        var sent = SENT.matcher(line);
        var value = VALUE.matcher(line);
        if (sent.matches()) {
            var statement = new Sent(sent.group(1), new ArrayList<>());
            lastOf.put(event.getThreadName(), statement);
            byText.putIfAbsent(statement.text(), statement);
        } else if (value.matches() && lastOf.get(event.getThreadName()) instanceof Sent last && !last.whole()) {
            last.values().add(read(value.group(1), value.group(2)));
        }
    }

    private static @Nullable Object read(String value, String type) {
        return switch (type) {
            case "null" -> null;
            case "java.lang.Long" -> Long.valueOf(value);
            case "java.lang.Integer" -> Integer.valueOf(value);
            case "java.lang.Boolean" -> Boolean.valueOf(value);
            case "java.sql.Timestamp" -> Timestamp.valueOf(value);
            default -> value;
        };
    }

    /** How the database would go about it, in lower case. */
    static String plan(Ground ground, Sent sent) {
        var lines = ground.bean(JdbcTemplate.class)
                .queryForList(
                        "explain " + sent.text(), String.class, sent.values().toArray());
        return String.join("\n", lines).toLowerCase(Locale.ROOT);
    }
}
