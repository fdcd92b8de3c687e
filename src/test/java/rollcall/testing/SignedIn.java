package rollcall.testing;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.program.Actor;

/**
 * Lets a MockMvc request come from somebody who has signed in: {@code mvc.get().uri("/programs").with(SignedIn.viewer())}.
 * The account is made when there is none with these rights yet, and the session is a real one in the database.
 */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor administrator() {
        return with(Rights.ADMINISTRATOR);
    }

    /** Of all programs, as are the next two. */
    public static RequestPostProcessor manager() {
        return with(Rights.everywhere(Role.MANAGER));
    }

    public static RequestPostProcessor approver() {
        return with(Rights.everywhere(Role.APPROVER));
    }

    public static RequestPostProcessor viewer() {
        return with(Rights.everywhere(Role.VIEWER));
    }

    /** Of one program only, as are the next two. */
    public static RequestPostProcessor managerOf(long programId) {
        return with(Rights.in(programId, Role.MANAGER));
    }

    public static RequestPostProcessor approverOf(long programId) {
        return with(Rights.in(programId, Role.APPROVER));
    }

    public static RequestPostProcessor viewerOf(long programId) {
        return with(Rights.in(programId, Role.VIEWER));
    }

    public static RequestPostProcessor with(Rights rights) {
        return in(context -> account(context.getBean(Accounts.class), rights));
    }

    public static RequestPostProcessor as(Account account) {
        return in(context -> account);
    }

    /** The account with these rights that {@link #with} signs in; made when there is none. */
    public static Account account(Accounts accounts, Rights rights) {
        var email = nameOf(rights) + "@example.org";
        return accounts.byEmail(email)
                .orElseGet(() -> accounts.create(Actor.SYSTEM, new NewAccount(email, nameOf(rights), rights)));
    }

    private static String nameOf(Rights rights) {
        var name = new StringBuilder("user");
        if (rights.administrator()) {
            name.append("-administrator");
        }
        if (rights.everywhere() != null) {
            name.append('-').append(rights.everywhere());
        }
        rights.named().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(grant ->
                        name.append('-').append(grant.getValue()).append("-of-").append(grant.getKey()));
        return name.toString();
    }

    private static RequestPostProcessor in(Function<WebApplicationContext, Account> who) {
        return request -> {
            var context = contextOf(request.getServletContext());
            request.setCookies(append(request.getCookies(), session(context, who.apply(context))));
            return request;
        };
    }

    private static WebApplicationContext contextOf(ServletContext servlet) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servlet);
    }

    private static Cookie session(WebApplicationContext context, Account account) {
        return new Cookie("ROLLCALL", sessionOf(context, account));
    }

    /** The value of the session's cookie of somebody who has just signed in. */
    public static String sessionOf(ApplicationContext context, Account account) {
        @SuppressWarnings("unchecked")
        var sessions = (SessionRepository<Session>) context.getBean(SessionRepository.class);
        var session = sessions.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.actor().key());
        session.setAttribute(
                "signedInAt", context.getBean(Clock.class).instant().toString());
        if (account.hasSecondFactor()) {
            session.setAttribute("secondFactor", "given");
        }
        sessions.save(session);
        return encoded(session.getId());
    }

    private static String encoded(String id) {
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static Cookie[] append(Cookie[] cookies, Cookie one) {
        if (cookies == null) {
            return new Cookie[] {one};
        }
        var all = Arrays.copyOf(cookies, cookies.length + 1);
        all[cookies.length] = one;
        return all;
    }
}
