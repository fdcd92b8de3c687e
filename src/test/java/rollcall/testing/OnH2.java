package rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with MockMvc, a {@link TestClock} and an H2 database in memory. All classes with this annotation
 * share one application and its database, and run one after the other, beside those on PostgreSQL: each test removes the rows it wrote, or writes rows that no other test finds.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@WholeApplication
@ResourceLock("H2")
@ActiveProfiles("test")
@ContextConfiguration(initializers = Databases.H2.class)
public @interface OnH2 {}
