package rollcall.desk;

import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import rollcall.RollcallApplication;

/** Somewhere that Rollcall keeps its data, for processes of its own and commands. */
record Installation(BackupSettings settings) {

    static Installation onH2(Path data) {
        var url = "jdbc:h2:file:%s/rollcall;WRITE_DELAY=0;TRACE_LEVEL_FILE=0".formatted(data);
        return new Installation(new BackupSettings(data, url, "sa", ""));
    }

    static Installation onPostgres(Path data, String url) {
        return new Installation(new BackupSettings(data, url, "postgres", ""));
    }

    /** With the sample program, which has members in every status. */
    ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(RollcallApplication.class).run(arguments());
    }

    String[] arguments() {
        return new String[] {
            "--server.port=0",
            "--rollcall.operations.port=0",
            "--db-scheduler.enabled=false",
            "--logging.level.root=warn",
            "--rollcall.data=" + settings.data(),
            "--spring.datasource.url=" + settings.url(),
            "--spring.datasource.username=" + settings.user()
        };
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
    }
}
