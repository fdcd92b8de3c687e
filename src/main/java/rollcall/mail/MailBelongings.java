package rollcall.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;

/** What this room keeps about people: letters to them, what those said, and whether they want any. */
@Component
class MailBelongings implements Belongings {

    private static final String TO_THEM =
            "(l.person_id in (:people) or l.member_id in (select id from member where person_id in (:people)))";

    private final JdbcClient jdbc;
    private final ColleagueTexts colleagues;

    MailBelongings(JdbcClient jdbc, ColleagueTexts colleagues) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "letters",
                jdbc.sql("""
                    select l.program_id, g.name as program, t.name as template, l.purpose, l.state, l.failure, l.words,
                        l.maybe_twice, l.created_at, l.settled_at, c.recipient, c.recipient_name, c.subject, c.text
                    from letter l
                    left join program g on g.id = l.program_id
                    left join mail_template t on t.id = l.template_id
                    left join mailbox_copy c on c.letter_id = l.id
                    where\
                    """ + " " + TO_THEM + " order by l.id")
                        .param("people", personIds)
                        .query((row, n) -> Entry.of(row))
                        .list()));
        sections.add(new Section(
                "no-mail",
                emailKeys.isEmpty()
                        ? List.of()
                        : jdbc.sql("select email, reason, words, bounces, since from suppression"
                                        + " where email_key in (:keys) or person_id in (:people) order by id")
                                .params(Map.of("keys", emailKeys, "people", personIds))
                                .query((row, n) -> Entry.of(row))
                                .list()));
        return sections;
    }

    /** That somebody unsubscribed goes with them, whatever address they have from now on. */
    @Override
    public void follow(Merge merge) {
        var both = Map.of("from", merge.from(), "into", merge.into());
        jdbc.sql("update letter set person_id = :into where person_id = :from")
                .params(both)
                .update();
        jdbc.sql("update suppression set person_id = :into where person_id = :from")
                .params(both)
                .update();
    }

    @Override
    public void forget(Erasure erasure) {
        colleagues.forget(erasure);
        jdbc.sql("delete from letter where id in (select l.id from letter l where " + TO_THEM + ")")
                .param("people", erasure.personIds())
                .update();
        jdbc.sql("delete from suppression where email_key in (:keys) or person_id in (:people)")
                .params(Map.of("keys", erasure.emailKeys(), "people", erasure.personIds()))
                .update();
    }
}
