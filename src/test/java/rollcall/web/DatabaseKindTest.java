package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

class DatabaseKindTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @ParameterizedTest
    @CsvSource({
        "--spring.datasource.url=jdbc:postgresql://db.example.org/rollcall, 35",
        "--ROLLCALL_DATABASE_URL=jdbc:postgresql://db.example.org/rollcall, 35",
        "--spring.datasource.url=jdbc:h2:mem:none, ",
    })
    void whatBelongsToPostgresIsInForceWhenItIsNamed(String argument, String socketTimeout) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(argument)) {
            var environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.hikari.data-source-properties.socketTimeout"))
                    .isEqualTo(socketTimeout);
            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(argument.replaceAll("^[^=]+=", ""));
        }
    }
}
