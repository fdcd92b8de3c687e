package rollcall.mail;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** Templates, and links that letters hold. */
@Component
public class MailFixture {

    private final TemplateChanges changes;
    private final CalendarLinks calendars;
    private final JdbcClient jdbc;

    MailFixture(TemplateChanges changes, CalendarLinks calendars, JdbcClient jdbc) {
        this.changes = changes;
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    /** A fresh one of that program. */
    public long template(long programId) {
        return changes.create(programId, plan("Mine", "Hello {{person.firstName | you}}"), Actor.SYSTEM);
    }

    /** One that all programs share. */
    public long shared() {
        return changes.create(null, plan("Shared", "Hello {{person.firstName | you}}"), Actor.SYSTEM);
    }

    TemplatePlan plan(String name, String subject) {
        var text = new TemplateText(Languages.ENGLISH, subject, "<p>" + subject + "</p>", "");
        return new TemplatePlan(name, Purpose.OPERATIONAL, false, Languages.ENGLISH, List.of(text));
    }

    /** What the address of a member's calendar file is named by. */
    public String calendar(long memberId) {
        var generation = jdbc.sql("select link_generation from member where id = :id")
                .param("id", memberId)
                .query(Integer.class)
                .single();
        return calendars.of(memberId, generation).replaceAll("^.*/calendar/|\\.ics$", "");
    }
}
