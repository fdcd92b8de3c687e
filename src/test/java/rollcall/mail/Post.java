package rollcall.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.mail.Rendering.Outcome;
import rollcall.member.MembersFixture;
import rollcall.person.People;
import rollcall.program.Indoors;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.web.PublicUrl;
import rollcall.web.Signatures;

/** Senders that are wired by hand, to a mail server of the test's; letters to members, and what became of them. */
@Component
class Post {

    static final MailSettings SETTINGS = new MailSettings("Rollcall <events@example.org>", "answers@example.org", 2);

    private final LetterTurns turns;
    private final LetterQueue queue;
    private final DeskRow desk;
    private final MailDesk mailDesk;
    private final SuppressionRows suppressions;
    private final UnsubscribeLinks unsubscribing;
    private final Signatures signatures;
    private final PublicUrl publicUrl;
    private final Programs programs;
    private final People people;
    private final List<Indoors> indoors;
    private final LetterRetries retries;
    private final Mailbox mailbox;
    private final Attempts attempts;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;
    private final MembersFixture fixture;
    private final Letters letters;

    /** What the letter to that recipient says; the usual when it is null. */
    Function<LetterText, @Nullable Outcome> script = letter -> null;

    Post(
            LetterTurns turns,
            LetterQueue queue,
            DeskRow desk,
            MailDesk mailDesk,
            SuppressionRows suppressions,
            UnsubscribeLinks unsubscribing,
            Signatures signatures,
            PublicUrl publicUrl,
            Programs programs,
            People people,
            List<Indoors> indoors,
            LetterRetries retries,
            Mailbox mailbox,
            Attempts attempts,
            JdbcClient jdbc,
            JdbcTemplate template,
            Clock clock,
            MembersFixture fixture,
            Letters letters) {
        this.turns = turns;
        this.queue = queue;
        this.desk = desk;
        this.mailDesk = mailDesk;
        this.suppressions = suppressions;
        this.unsubscribing = unsubscribing;
        this.signatures = signatures;
        this.publicUrl = publicUrl;
        this.programs = programs;
        this.people = people;
        this.indoors = indoors;
        this.retries = retries;
        this.mailbox = mailbox;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.fixture = fixture;
        this.letters = letters;
    }

    /** Leaves no letter that would be sent with those of the test, and a desk as it comes. */
    void clear() {
        script = letter -> null;
        jdbc.sql("delete from letter").update();
        jdbc.sql("delete from suppression").update();
        jdbc.sql("""
            update mail_desk set paused_at = null, paused_by = null, per_minute = null, minute_began_at = null,
                minute_sent = 0, held_until = null, held_for = null, held_times = 0\
            """).update();
    }

    /** One to that port; to no mail server for 0. */
    LetterSender sender(int port) {
        return sender(server(port), SETTINGS);
    }

    LetterSender sender(MailServer server, MailSettings settings) {
        var envelopes = envelopes(settings);
        var receipts = new Receipts(queue, suppressions, mailDesk, retries, attempts, clock);
        var sorting =
                new LetterSorting(this::written, suppressions, new Outdoors(server, programs, indoors), queue, clock);
        var carrier = new Carrier(server, envelopes, queue, receipts, clock);
        return new LetterSender(turns, desk, server, sorting, mailbox, carrier, attempts, clock);
    }

    /** What a kill leaves behind: nothing runs any more, not even what would tidy up. */
    static final class Killed extends Error {}

    /** One whose node dies when the mail server has taken that many letters. */
    LetterSender dyingAfter(int port, int letters) {
        var left = new AtomicInteger(letters);
        var server = new MailServer(mailSender(port)) {
            @Override
            Transport connect() throws MessagingException {
                var real = super.connect();
                return new Dying(session(), real, left);
            }
        };
        return sender(server, SETTINGS);
    }

    private static final class Dying extends Transport {

        private final Transport real;
        private final AtomicInteger left;

        Dying(Session session, Transport real, AtomicInteger left) {
            super(session, null);
            this.real = real;
            this.left = left;
        }

        @Override
        public void sendMessage(Message message, Address[] addresses) throws MessagingException {
            real.sendMessage(message, addresses);
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
        }

        @Override
        public synchronized void close() throws MessagingException {
            real.close();
        }
    }

    Envelopes envelopes(MailSettings settings) {
        return new Envelopes(settings, unsubscribing, signatures, publicUrl, clock);
    }

    static MailServer server(int port) {
        if (port == 0) {
            return new MailServer((JavaMailSenderImpl) null);
        }
        return new MailServer(mailSender(port));
    }

    private static JavaMailSenderImpl mailSender(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "500");
        properties.put("mail.smtp.timeout", "500");
        properties.put("mail.smtp.writetimeout", "500");
        properties.put("mail.smtp.quitwait", "false");
        server.setJavaMailProperties(properties);
        return server;
    }

    private Map<Long, Outcome> written(Collection<LetterText> texts) {
        var outcomes = new HashMap<Long, Outcome>();
        for (var text : texts) {
            var scripted = script.apply(text);
            outcomes.put(text.id(), scripted == null ? usual(text) : scripted);
        }
        return outcomes;
    }

    private Outcome usual(LetterText text) {
        var person = people.find(text.personId()).orElseThrow();
        return said("Hello", person.email(), person.name());
    }

    static Outcome.Said said(String subject, String address, String name) {
        return new Outcome.Said(new Rendered(subject, "<p>Hello</p>", "Hello", null, ""), address, name);
    }

    /** A template of the program's, stored directly. */
    long template(Program program, Purpose purpose) {
        jdbc.sql("""
            insert into mail_template (program_id, name, purpose, default_language, with_calendar, version, created_at)
            values (:program, 'A letter', :purpose, 'en', false, 1, current_timestamp)\
            """)
                .param("program", program.key())
                .param("purpose", purpose.name())
                .update();
        return jdbc.sql("select max(id) from mail_template").query(Long.class).single();
    }

    /** To fresh members of the program; the ids of the letters in the order in which they were written. */
    List<Long> letters(Program program, int count) {
        return letters(program, count, Purpose.OPERATIONAL, LetterOrder.BULK);
    }

    List<Long> letters(Program program, int count, Purpose purpose, int priority) {
        var before = last();
        var to = new ArrayList<Addressee>();
        for (var member : fixture.members(program, count, StatusCode.INVITED)) {
            to.add(new Addressee(member, personOf(member), null));
        }
        letters.write(new LetterOrder(program.key(), template(program, purpose), priority, null, null), to);
        return jdbc.sql("select id from letter where id > :before order by id")
                .param("before", before)
                .query(Long.class)
                .list();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
    }

    long personOf(long member) {
        return jdbc.sql("select person_id from member where id = :id")
                .param("id", member)
                .query(Long.class)
                .single();
    }

    String addressOf(long letter) {
        return jdbc.sql("select p.email from letter l join person p on p.id = l.person_id where l.id = :id")
                .param("id", letter)
                .query(String.class)
                .single();
    }

    String stateOf(long letter) {
        return jdbc.sql("select state from letter where id = :id")
                .param("id", letter)
                .query(String.class)
                .single();
    }

    List<String> states() {
        return jdbc.sql("select state || ' ' || count(*) from letter group by state order by state")
                .query(String.class)
                .list();
    }

    String troubleOf(long letter) {
        return jdbc.sql("select coalesce(failure, '-') || ': ' || coalesce(words, '-') from letter where id = :id")
                .param("id", letter)
                .query(String.class)
                .single();
    }

    List<Long> maybeTwice() {
        return jdbc.sql("select id from letter where maybe_twice order by id")
                .query(Long.class)
                .list();
    }

    static void all(LetterSender sender) {
        while (sender.send()) {
            // the next batch
        }
    }
}
