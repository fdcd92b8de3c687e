package rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What {@link InBrowser} and {@link InItsOwnBrowser} have in common. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.enabled=true", "db-scheduler.polling-interval=100ms"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = Databases.H2.class)
@Import(TestClock.Registration.class)
@ExtendWith({TestClock.Reset.class, Chromium.class})
@interface Served {}
