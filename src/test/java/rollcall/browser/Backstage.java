package rollcall.browser;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.PasswordChanges;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.member.Cause;
import rollcall.member.Newcomer;
import rollcall.member.PersonalLinks;
import rollcall.member.StatusChanges;
import rollcall.member.StatusLinks;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Sets a test's scene through the doors of the house. Whatever it makes belongs to the test that asked for it. */
@Component
class Backstage {

    static final String PASSWORD = "correct horse battery staple";

    private final Programs programs;
    private final People people;
    private final StatusChanges changes;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final PersonalLinks links;
    private final StatusLinks statusLinks;
    private final AtomicInteger last = new AtomicInteger();

    Backstage(
            Programs programs,
            People people,
            StatusChanges changes,
            Accounts accounts,
            PasswordChanges passwords,
            PersonalLinks links,
            StatusLinks statusLinks) {
        this.programs = programs;
        this.people = people;
        this.changes = changes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.statusLinks = statusLinks;
    }

    /** The path of the link that leads a member to the webinar. */
    String linkOf(long member) {
        return links.of(member);
    }

    /** The path of the link under which a member sees where they stand. */
    String statusLinkOf(long member) {
        return statusLinks.of(member);
    }

    /** A name that nothing else has. */
    String unique(String name) {
        return name + " " + last.incrementAndGet();
    }

    Program program(String name) {
        return program(Plans.named(unique(name)));
    }

    Program program(ProgramPlan plan) {
        return programs.create(Actor.SYSTEM, plan);
    }

    long archived(String name) {
        return programs.archive(Actor.SYSTEM, program(name).key()).key();
    }

    /** @param name first and last name, with a blank between them */
    long member(Program program, String name, StatusCode status) {
        return members(program, List.of(name), status).getFirst();
    }

    List<Long> members(Program program, List<String> names, StatusCode status) {
        var ids = people.bring(names.stream().map(this::details).toList(), Known.LEAVE);
        var newcomers = ids.stream().map(Newcomer::of).toList();
        var request = StatusRequest.of(program.key(), status, Cause.PERSON, Actor.SYSTEM)
                .because("as agreed");
        return changes.join(request, newcomers).outcomes().stream()
                .map(outcome -> outcome.memberId())
                .toList();
    }

    /** {@code First 001}, {@code First 002} and so on. */
    List<Long> members(Program program, String first, int count, StatusCode status) {
        var names = IntStream.rangeClosed(1, count)
                .mapToObj("%s %%03d".formatted(first)::formatted)
                .toList();
        return members(program, names, status);
    }

    private PersonDetails details(String name) {
        var parts = name.split(" ", 2);
        var email = unique(name).toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return new PersonDetails(email, parts[0], parts[1], parts[1] + " Ltd", "", "", "", "", "");
    }

    /** Behind the back of whoever looks at a page. */
    void change(Program program, long member, StatusCode to, Account by) {
        changes.change(
                StatusRequest.of(program.key(), to, Cause.PERSON, by.actor()).because("by phone"), member);
    }

    Account administrator() {
        return account("Hedy Lamarr", Rights.ADMINISTRATOR);
    }

    Account managerOf(Program program) {
        return account("Grace Hopper", Rights.in(program.key(), Role.MANAGER));
    }

    Account approverOf(Program program) {
        return account("Karen Jones", Rights.in(program.key(), Role.APPROVER));
    }

    Account viewerOf(Program program) {
        return account("Alan Turing", Rights.in(program.key(), Role.VIEWER));
    }

    Account account(String name, Rights rights) {
        var email = unique(name).toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, name, rights));
    }

    /** The same account, who signs in with {@link #PASSWORD} from now on. */
    Account withPassword(Account account) {
        passwords.set(Actor.SYSTEM, account, PASSWORD);
        return account;
    }
}
