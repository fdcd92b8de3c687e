package rollcall.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Listens to the statements that something sends to the database. */
public final class Queries {

    private static final String SENT = "Executing prepared SQL statement [";

    private Queries() {}

    /** The statements in their order, without their parameters. */
    public static List<String> of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var ear = new ListAppender<ILoggingEvent>();
        ear.start();
        logger.addAppender(ear);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.run();
        } finally {
            logger.detachAppender(ear);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
        return ear.list.stream()
                .filter(event ->
                        event.getThreadName().equals(Thread.currentThread().getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith(SENT))
                .toList();
    }
}
