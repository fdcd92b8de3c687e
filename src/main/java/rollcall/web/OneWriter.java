package rollcall.web;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets one transaction at a time write, in the order of asking; whoever only reads waits for nobody. For H2: it stores one
 * map after the other, and a transaction that commits meanwhile would be stored in part, which shows when the process is
 * killed before the next store.
 *
 * <p>A thread that opens a second transaction within its first one does not wait for itself.
 *
 * @see <a href="https://github.com/h2database/h2database/issues/2080">H2 on its snapshot of all maps</a>
 */
final class OneWriter extends DelegatingDataSource {

    private static final Pattern READS = Pattern.compile("\\s*\\(?\\s*(select|with|values|table|explain|show)\\b.*");
    private static final Pattern LOCKS = Pattern.compile(".*\\b(for\\s+update|next\\s+value)\\b.*");

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration longest;

    /** @param longest how long somebody waits for the others, before it fails as a wait for a row would */
    OneWriter(DataSource source, Duration longest) {
        super(source);
        this.longest = longest;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return watched(super.getConnection(user, password));
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, new Session(connection));
    }

    static boolean writes(String sql) {
        var words = sql.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return !READS.matcher(words).matches() || LOCKS.matcher(words).matches();
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private final class Session implements InvocationHandler {

        private final Connection connection;
        private boolean itsTurn;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                var answer = call(connection, method, arguments);
                return answer instanceof Statement statement
                        ? proxy(
                                method.getReturnType().asSubclass(Statement.class),
                                new Watched(this, statement, sql(arguments)))
                        : answer;
            } finally {
                if (ends(method, arguments)) {
                    pass();
                }
            }
        }

        private boolean ends(Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "commit", "close", "abort", "setAutoCommit" -> true;
                case "rollback" -> arguments == null; // not to a savepoint
                default -> false;
            };
        }

        void take() throws SQLException {
            if (itsTurn) {
                return;
            }
            itsTurn = waited();
            if (!itsTurn) {
                // As H2 itself says it.
                throw new SQLTimeoutException("Others wrote all the time.", "HYT00", LockTimeout.NUMBER);
            }
        }

        /** Whoever is interrupted waits on, as for a row of H2, so that it can still store how far it came. */
        private boolean waited() {
            var until = System.nanoTime() + longest.toNanos();
            var interrupted = false;
            try {
                while (true) {
                    try {
                        return turn.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException asked) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void passUnlessInTransaction() throws SQLException {
            if (connection.isClosed() || connection.getAutoCommit()) {
                pass();
            }
        }

        private void pass() {
            if (itsTurn) {
                itsTurn = false;
                turn.unlock();
            }
        }
    }

    /** @param sql of a prepared statement; any other is told when it is executed */
    private record Watched(
            Session session, Statement statement, @Nullable String sql) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().startsWith("execute") || !writesWith(arguments)) {
                return call(statement, method, arguments);
            }
            session.take();
            try {
                return call(statement, method, arguments);
            } finally {
                session.passUnlessInTransaction();
            }
        }

        private boolean writesWith(Object @Nullable [] arguments) {
            var told = sql == null ? OneWriter.sql(arguments) : sql;
            return told == null || writes(told); // a batch of statements that were not prepared
        }
    }

    private static @Nullable String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : null;
    }
}
