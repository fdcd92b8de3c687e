package rollcall.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.member.BroughtAlong;
import rollcall.registration.Filled.Consent;

/** Stores what people answered. */
@Service
public class Answers {

    private final BroughtAlong brought;
    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(BroughtAlong brought, JdbcClient jdbc, Clock clock) {
        this.brought = brought;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores the answers of somebody who registers, and to which words they consented. What the form asks and was left
     * empty is empty from now on; what it does not ask stays as it was. Takes part in the caller's transaction, in which
     * the membership is made or held.
     *
     * @param filled without errors
     */
    public void keep(long memberId, Filled filled) {
        var answers = new HashMap<String, String>();
        filled.form().fields().stream()
                .filter(field -> field.kind().question())
                .forEach(field -> answers.put(field.name(), filled.answer(field)));
        brought.answer(memberId, answers);
        var said = said(memberId);
        filled.consents().stream()
                .filter(consent -> !consent.equals(said.get(consent.question())))
                .forEach(consent -> insert(memberId, consent));
    }

    /** Saying the same again to the same words is nothing new, and the day on which it was said stays. */
    private void insert(long memberId, Consent consent) {
        jdbc.sql("""
            insert into registration_consent (member_id, question, wording, given, said_at)
            values (:member, :question, :wording, :given, :now)\
            """)
                .param("member", memberId)
                .param("question", consent.question())
                .param("wording", consent.wording())
                .param("given", consent.given())
                .param("now", Timestamp.from(now()))
                .update();
    }

    /** What the member last said of each consent, by the question's name. */
    private Map<String, Consent> said(long memberId) {
        var said = new HashMap<String, Consent>();
        jdbc.sql("select question, wording, given from registration_consent where member_id = :member order by id")
                .param("member", memberId)
                .query((row, n) ->
                        new Consent(row.getString("question"), row.getString("wording"), row.getBoolean("given")))
                .list()
                .forEach(one -> said.put(one.question(), one));
        return said;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
