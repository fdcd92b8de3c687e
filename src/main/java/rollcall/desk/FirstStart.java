package rollcall.desk;

import org.flywaydb.core.Flyway;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sample program into a database that was empty a moment ago. Somebody who removed it does not get it back. */
@Configuration(proxyBeanMethods = false)
class FirstStart {

    @Bean
    Migration migration() {
        return new Migration();
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "rollcall.sample", matchIfMissing = true)
    ApplicationRunner sampleOnFirstStart(Migration migration, SampleProgram sample) {
        return (ApplicationArguments none) -> {
            if (migration.fromNothing) {
                sample.add();
            }
        };
    }

    /** Migrates as usual, and remembers whether there was a schema before. */
    static final class Migration implements FlywayMigrationStrategy {

        private boolean fromNothing;

        @Override
        public void migrate(Flyway flyway) {
            fromNothing = flyway.info().current() == null;
            flyway.migrate();
        }
    }
}
