package rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.TestPropertySource;

/** As {@link InBrowser}, with an application and a Chromium of its own: for what takes long, beside all others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@Served
@TestPropertySource(properties = "rollcall.test=own-browser")
@ResourceLock("own browser")
public @interface InItsOwnBrowser {}
