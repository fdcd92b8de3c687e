package rollcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A database and a folder of its own for each application that the tests start. */
public final class Databases {

    /** Of the server that the tests start. */
    public static final int POSTGRES_VERSION = 18;

    static class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use("jdbc:h2:mem:" + freshName() + ";DB_CLOSE_DELAY=-1", "sa", context);
        }
    }

    static class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(freshPostgres(), "postgres", context);
        }

        private static void createDatabase(String name) {
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }

    /** The address of a new PostgreSQL database that the user {@code postgres} may enter, for a process of its own. */
    public static String freshPostgres() {
        var name = freshName();
        Postgres.createDatabase(name);
        return Server.RUNNING.getJdbcUrl("postgres", name) + "&options=-c%20plan_cache_mode%3Dforce_custom_plan";
    }

    /** One server for all tests, started by the first that asks for it and stopped with the JVM. */
    private static class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return PostgresServer.plain().start();
            } catch (IOException noServer) {
                throw new UncheckedIOException(noServer);
            }
        }
    }

    private static String freshName() {
        return "test_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private static void use(String url, String username, ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + username,
                        "rollcall.data=target/test-data/" + freshName())
                .applyTo(context);
    }

    private Databases() {}
}
