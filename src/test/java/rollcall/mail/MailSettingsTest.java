package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.util.StreamProvider;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailSettingsTest {

    private static MailServer started(MailSettings settings) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("server", new JavaMailSenderImpl());
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), settings);
    }

    @Test
    void withAMailServerSomebodyMustBeTheSender() {
        assertThatThrownBy(() -> started(new MailSettings("", "", 2)))
                .hasMessageContaining("rollcall.mail.from must say whom mail comes from");
        assertThatThrownBy(() -> started(new MailSettings("a@example.org, b@example.org", "", 2)))
                .hasMessageContaining("must be one e-mail address");
        assertThatThrownBy(() -> started(new MailSettings("a@example.org", "nobody", 2)))
                .hasMessageContaining("rollcall.mail.reply-to");
        assertThat(started(new MailSettings("Rollcall <a@example.org>", "", 2)).set())
                .isTrue();
        assertThatThrownBy(() -> new MailSettings("", "", 0)).hasMessageContaining("between 1 and 16");
    }

    /** A server that accepts a connection and says nothing would otherwise hold a sender for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void noServerIsWaitedForLonglyWhateverTheProtocol(String protocol) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        var settings = Objects.requireNonNull(yaml.getObject());
        assertThat(List.of("connectiontimeout", "timeout", "writetimeout"))
                .allSatisfy(timeout -> assertThat(
                                settings.get("spring.mail.properties.mail.%s.%s".formatted(protocol, timeout)))
                        .isEqualTo(5_000));
        assertThat(settings.get("spring.mail.properties.mail.%s.ssl.checkserveridentity".formatted(protocol)))
                .isEqualTo(true);
    }

    /** Else the mail library looks through all jars of the class path, seven times for each letter. */
    @Test
    void theMailLibraryKnowsItsStreamsWithoutLooking() {
        started(new MailSettings("Rollcall <a@example.org>", "", 2));
        assertThat(System.getProperty("jakarta.mail.util.StreamProvider"))
                .isEqualTo(ServiceLoader.load(StreamProvider.class)
                        .findFirst()
                        .orElseThrow()
                        .getClass()
                        .getName());
    }
}
