package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
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
}
