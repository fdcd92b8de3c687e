package rollcall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.RollcallApplication;
import rollcall.program.Program;

/**
 * The whole application over a new database on disk that keeps what it acknowledged, as in earnest.
 *
 * @param size how many members there are to be
 * @param part how many of them something is done with, where it is not done with all
 * @param runs how often each thing is measured
 */
public record Ground(String database, int size, int part, int runs, ConfigurableApplicationContext application) {

    /** Starts it, hands it out, and takes everything away again. */
    static void with(String database, int size, int part, int runs, List<String> settings, Use use) throws Exception {
        var folder = Files.createTempDirectory("rollcall-bench");
        try (var postgres = database.equals("postgresql") ? postgres(folder) : null;
                var application = start(folder, postgres, settings)) {
            use.of(new Ground(database, size, part, runs, application));
        } finally {
            remove(folder);
        }
    }

    interface Use {
        void of(Ground ground) throws Exception;
    }

    /** The embedded server of the tests forgets what it acknowledged when it is killed; this one must not. */
    private static EmbeddedPostgres postgres(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private static ConfigurableApplicationContext start(
            Path folder, @Nullable EmbeddedPostgres postgres, List<String> settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--rollcall.sample=false",
                "--rollcall.data=" + folder,
                "--rollcall.admin.email=" + Visitor.EMAIL,
                "--rollcall.admin.password=" + Visitor.PASSWORD,
                "--logging.level.root=warn"));
        if (postgres == null) {
            all.add("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("rollcall") + ";WRITE_DELAY=0");
        } else {
            all.add("--spring.profiles.active=postgresql");
            all.add("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
            all.add("--spring.datasource.username=postgres");
        }
        all.addAll(settings);
        return new SpringApplicationBuilder(RollcallApplication.class).run(all.toArray(String[]::new));
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** How the database would answer that, in lower case; also printed. */
    public String shown(Statements.Sent sent) {
        var plan = Statements.plan(this, sent);
        System.out.println("\n-- " + database + "\n" + sent.text().strip() + "\n->\n" + plan);
        return plan;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** The members of a program, as they came in. */
    public List<Long> members(Program program) {
        return jdbc().sql("select id from member where program_id = :program order by id")
                .param("program", program.key())
                .query(Long.class)
                .list();
    }

    public <T> T inTransaction(Callable<T> work) {
        return bean(TransactionTemplate.class).execute(status -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** Waits until it is so. */
    public static void await(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** How long that takes. */
    public static Duration time(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
