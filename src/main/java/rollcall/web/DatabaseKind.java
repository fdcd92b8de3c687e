package rollcall.web;

import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts the profile {@code postgresql} in force when the database is named on the command line or in the environment: what
 * belongs to it, such as how long a silent server is waited for, is not to be forgotten.
 */
class DatabaseKind implements EnvironmentPostProcessor, Ordered {

    private static final String PROFILE = "postgresql";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var named = Stream.of("spring.datasource.url", "ROLLCALL_DATABASE_URL")
                .map(key -> environment.getProperty(key, ""))
                .anyMatch(url -> url.startsWith("jdbc:postgresql:"));
        if (named) {
            environment.addActiveProfile(PROFILE);
        }
    }

    /** Before the files of the profiles are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
