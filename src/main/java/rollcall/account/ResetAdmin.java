package rollcall.account;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.BadSqlGrammarException;
import rollcall.program.Actor;
import rollcall.web.PublicUrl;
import rollcall.web.Seals;

/**
 * The command behind {@code bin/rollcall reset-admin}: prints a one-time link for an administrator who cannot sign in and
 * has nobody to ask. Whoever may run it owns the machine and its database anyway.
 */
public final class ResetAdmin {

    /** Takes the second factor away as well, for somebody whose app and recovery codes are gone. */
    static final String WITHOUT_SECOND_FACTOR = "without-second-factor";

    private final AccountRows accounts;
    private final SetupLinks links;
    private final SecondFactors factors;
    private final PublicUrl publicUrl;
    private final PrintStream out;

    private ResetAdmin(
            AccountRows accounts, SetupLinks links, SecondFactors factors, PublicUrl publicUrl, PrintStream out) {
        this.accounts = accounts;
        this.links = links;
        this.factors = factors;
        this.publicUrl = publicUrl;
        this.out = out;
    }

    /** As little of Rollcall as writes a link: it neither migrates nor works. Not found by the scan of rooms. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @Import({
        AccountRows.class,
        SetupLinks.class,
        SecondFactors.class,
        RecoveryCodes.class,
        Seals.class,
        AuditTrail.class,
        AuditLog.class,
        PublicUrl.class
    })
    static class AsLittleAsPossible {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Ends with 0 when it printed a link, else with 1. */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        try (var context = new SpringApplicationBuilder(AsLittleAsPossible.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=ERROR")
                .run(args)) {
            var command = new ResetAdmin(
                    context.getBean(AccountRows.class),
                    context.getBean(SetupLinks.class),
                    context.getBean(SecondFactors.class),
                    context.getBean(PublicUrl.class),
                    out);
            return command.run(context.getBean(ApplicationArguments.class));
        } catch (BadSqlGrammarException otherTables) {
            out.println("This is not the database of this version: start Rollcall on it once, then try again.");
            return 1;
        }
    }

    private int run(ApplicationArguments arguments) {
        var named = arguments.getNonOptionArgs();
        var found = accounts.all().stream()
                .filter(account -> account.rights().administrator() && account.enabled())
                .filter(account -> named.isEmpty() || sameAddress(account, named.getFirst()))
                .toList();
        if (found.size() == 1) {
            help(found.getFirst(), arguments.containsOption(WITHOUT_SECOND_FACTOR));
            return 0;
        }
        out.println(problem(named, found));
        return 1;
    }

    private static boolean sameAddress(Account account, String typed) {
        return account.email().toLowerCase(Locale.ROOT).equals(typed.strip().toLowerCase(Locale.ROOT));
    }

    private void help(Account account, boolean withoutSecondFactor) {
        if (withoutSecondFactor) {
            factors.remove(Actor.SYSTEM, account);
        }
        out.printf(
                "%nOpen this link to choose a new password for %s; it works once and for an hour:%n%n  %s%n%n",
                account.email(), publicUrl.link(links.forAccount(Actor.SYSTEM, account)));
        if (account.hasSecondFactor() && !withoutSecondFactor) {
            out.printf(
                    "The second factor is asked for after that. If it is lost as well, add --%s.%n%n",
                    WITHOUT_SECOND_FACTOR);
        }
    }

    private static String problem(List<String> named, List<Account> found) {
        if (!named.isEmpty()) {
            return "No administrator who may sign in has this e-mail address.";
        }
        return found.isEmpty()
                ? "There is no administrator yet: start Rollcall, which prints a link to become the first."
                : "There are several administrators. Name one:\n"
                        + found.stream().map(account -> "  " + account.email()).collect(Collectors.joining("\n"));
    }
}
