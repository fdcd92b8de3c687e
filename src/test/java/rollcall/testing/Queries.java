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

    /** The statements in their order, without their parameters. One ear at a time: they share the logger's level. */
    public static synchronized List<String> of(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var ear = new Ear(Thread.currentThread());
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
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith(SENT))
                .toList();
    }

    /** Hears what one thread says; another one may be at work on the other database. */
    private static class Ear extends ListAppender<ILoggingEvent> {

        private final Thread speaker;

        Ear(Thread speaker) {
            this.speaker = speaker;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == speaker) {
                super.append(event);
            }
        }
    }
}
