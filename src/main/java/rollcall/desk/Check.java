package rollcall.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command behind {@code bin/check}: prints what must not be in the database, and nothing when all is well. */
public final class Check {

    private Check() {}

    /** Nothing of Rollcall but its database: the check neither migrates nor works. Not found by the scan of rooms. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class DatabaseOnly {}

    /** Ends with 0 when all is well, else with 1. */
    public static void main(String[] args) {
        var context = new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=ERROR")
                .run(args);
        var breaches = check(context.getBean(JdbcClient.class));
        System.exit(SpringApplication.exit(context, () -> breaches == 0 ? 0 : 1));
    }

    private static int check(JdbcClient jdbc) {
        var breaches = 0;
        for (var invariant : Invariant.all()) {
            var ids = invariant.breaches(jdbc);
            if (!ids.isEmpty()) {
                breaches++;
                System.out.println(invariant.breach() + " Ids: " + ids);
            }
        }
        return breaches;
    }
}
