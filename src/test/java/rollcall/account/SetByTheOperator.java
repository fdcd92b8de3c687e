package rollcall.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import rollcall.testing.OnH2;

/** One application for all tests of what an operator may set before the start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OnH2
@TestPropertySource(
        properties = {
            "rollcall.public-url=https://rollcall.example.org",
            "rollcall.admin.email=boss@example.org",
            "rollcall.admin.password=purple kettle orbit"
        })
@interface SetByTheOperator {}
