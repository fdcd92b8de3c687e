package rollcall.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Letters as other rooms' tests need them: in every state, in the mailbox, and links of their recipients. */
@Component
public class MailScene {

    private static final String HTML = """
        <!DOCTYPE html><html lang="en"><head><title>Hello</title></head>
        <body style="font-family: sans-serif"><h1>%s</h1><p><a href="https://example.org/go/x">Join</a></p></body></html>
        """;

    private final MembersFixture fixture;
    private final UnsubscribeLinks links;
    private final SuppressionRows suppressions;
    private final TemplateChanges templates;
    private final JdbcClient jdbc;

    MailScene(
            MembersFixture fixture,
            UnsubscribeLinks links,
            SuppressionRows suppressions,
            TemplateChanges templates,
            JdbcClient jdbc) {
        this.fixture = fixture;
        this.links = links;
        this.suppressions = suppressions;
        this.templates = templates;
        this.jdbc = jdbc;
    }

    /** In the mailbox, with an event; to a fresh member. */
    public long letterIn(Program program, String word) {
        var letter = letter(program, LetterState.IN_MAILBOX, word);
        jdbc.sql("""
            insert into mailbox_copy (letter_id, recipient, recipient_name, subject, html, text, calendar)
            values (:letter, 'ada@example.org', :word, :word, :html, :word, 'BEGIN:VCALENDAR')\
            """)
                .param("letter", letter)
                .param("word", word)
                .param("html", HTML.formatted(word))
                .update();
        return letter;
    }

    /** One in each state, and one that may have gone out twice. */
    public List<Long> everything(Program program, String word) {
        var ids = new ArrayList<Long>();
        for (var state : LetterState.values()) {
            ids.add(state == LetterState.IN_MAILBOX ? letterIn(program, word) : letter(program, state, word));
        }
        jdbc.sql("update letter set maybe_twice = true where id = :id")
                .param("id", ids.get(LetterState.SENT.ordinal()))
                .update();
        return ids;
    }

    /** Of that program, with something that cannot be sent yet; in several versions and languages. */
    public long template(Program program, String word) {
        var id = templates.create(program.key(), plan(word), Actor.SYSTEM);
        var first = new Template(id, program.key(), null, word, Purpose.MARKETING, "en", true, 1);
        templates.store(first, 1, plan(word), Actor.account(1, word));
        return id;
    }

    /** Put away. */
    public void archived(Program program, String word) {
        var id = templates.create(program.key(), plan(word), Actor.SYSTEM);
        templates.archive(new Template(id, program.key(), null, word, Purpose.MARKETING, "en", true, 1), Actor.SYSTEM);
    }

    /** One that all programs share. */
    public long shared(String word) {
        return templates.create(null, plan(word), Actor.SYSTEM);
    }

    private static TemplatePlan plan(String word) {
        var html = "<h1>" + word + "</h1>\n<script>x</script>\n<p>{{person.firstName | " + word + "}}</p>";
        var texts =
                List.of(new TemplateText("en", word, html, "{{link.status}}"), new TemplateText("de", word, html, ""));
        return new TemplatePlan(word, Purpose.MARKETING, true, "en", texts);
    }

    private long letter(Program program, LetterState state, String word) {
        var member = fixture.member(program, StatusCode.INVITED);
        jdbc.sql("""
            insert into letter (program_id, member_id, person_id, subject, body, purpose, priority, state, due_at,
                settled_at, tries, maybe_twice, failure, words, created_at)
            select program_id, id, person_id, :word, :word, 'OPERATIONAL', 50, :state,
                case when :settled then null else cast('2200-01-01 00:00:00+00' as timestamp(6) with time zone) end,
                case when :settled then current_timestamp end, 1, false, :failure, :words, current_timestamp
            from member where id = :member\
            """)
                .param("word", word)
                .param("state", state.name())
                .param("settled", state.settled())
                .param("failure", failure(state))
                .param("words", "550 5.1.1 <" + word + "@example.org>: no such user")
                .param("member", member)
                .update();
        return jdbc.sql("select id from letter where member_id = :member")
                .param("member", member)
                .query(Long.class)
                .single();
    }

    private static String failure(LetterState state) {
        return switch (state) {
            case BOUNCED -> "mail.trouble.no-recipient";
            case FAILED -> "mail.trouble.given-up";
            case SUPPRESSED -> "mail.suppressed.BLOCKED";
            case WAITING -> "mail.trouble.later";
            default -> null;
        };
    }

    /** What stands behind {@code /u/} in the link of a fresh person. */
    public String signed() {
        return links.of(fixture.people(1).getFirst()).substring("/u/".length());
    }

    /** An address that gets no mail; its number on the list. */
    public long suppression(String word) {
        var key = (word + "-" + UUID.randomUUID()).toLowerCase(java.util.Locale.ROOT) + "@example.org";
        suppressions.add(new Suppression(
                0, key, Suppressed.BOUNCED, key, null, "550 5.1.1 " + word, 3, Actor.SYSTEM, Instant.EPOCH));
        return suppressions.of(key).getFirst().id();
    }

    /** Nobody is on the list and no letter is there. */
    public void clear() {
        jdbc.sql("delete from letter").update();
        jdbc.sql("delete from suppression").update();
    }
}
