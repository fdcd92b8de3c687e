package rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The whole application served on a free port, with a {@link TestClock}, an H2 database in memory and a scheduler that
 * runs jobs at once. A test takes a {@link Browser} that looks at it. All classes with this annotation share both, and
 * the database: each test makes the programs and accounts that it needs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@Served
@ResourceLock("browser")
public @interface InBrowser {}
