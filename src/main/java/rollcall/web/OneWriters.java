package rollcall.web;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts {@link OneWriter} around the database where that is H2 in this process, and {@link Reopening} into its pool. */
@Configuration(proxyBeanMethods = false)
@Profile("!postgresql")
class OneWriters {

    /** A chunk of a thousand changes takes well under a second, and everybody's turn comes. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Bean
    static BeanPostProcessor writingInTurn() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setExceptionOverride(new Reopening(pool));
                }
                return bean instanceof DataSource source ? new OneWriter(source, LONGEST) : bean;
            }
        };
    }
}
