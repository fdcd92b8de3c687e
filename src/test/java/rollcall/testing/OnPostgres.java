package rollcall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Like {@link OnH2}, on a real PostgreSQL server that starts with the first test that needs it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@WholeApplication
@ResourceLock("PostgreSQL")
@ActiveProfiles({"postgresql", "test"})
@ContextConfiguration(initializers = Databases.Postgres.class)
public @interface OnPostgres {}
