package rollcall.desk;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where Rollcall keeps what a backup holds, as its settings say. */
record BackupSettings(Path data, String url, String user, String password) {

    private static final String POSTGRES = "jdbc:postgresql:";

    static BackupSettings of(Environment settings) {
        return new BackupSettings(
                Path.of(settings.resolveRequiredPlaceholders("${rollcall.data:${ROLLCALL_DATA:./data}}"))
                        .toAbsolutePath()
                        .normalize(),
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    /** The database, when it is H2. */
    Path h2File() {
        return data.resolve("rollcall.mv.db");
    }

    boolean onPostgres() {
        return url.startsWith(POSTGRES);
    }
}
