package rollcall.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** Registrations that a person has to cancel at the provider, because Rollcall could not. */
@Component
class ByHand {

    /** What was sent when they were registered, where the cancellation itself does not know it. */
    private static final String REGISTRANT = """
        coalesce(p.registrant_id, (
            select e.registrant_id from push e
            where e.member_id = p.member_id and e.id < p.id and e.action = 'REGISTER' and e.registrant_id is not null
            order by e.id desc limit 1))\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ByHand(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param registrantId how the provider calls the registration; null when that is not known
     * @param words what the provider said; null when it said nothing
     * @param since when Rollcall gave up
     */
    record Cancellation(
            long pushId,
            long memberId,
            String name,
            String email,
            @Nullable String registrantId,
            @Nullable String words,
            Instant since) {

        /** The name, or the address of somebody whose name is not known. */
        public String label() {
            return name.isEmpty() ? email : name;
        }
    }

    /** The oldest first, behind that push; 0 for the first page. */
    List<Cancellation> page(long programId, long after, int most) {
        return jdbc.sql("select p.id, p.member_id, n.first_name, n.last_name, n.email, p.words, p.settled_at, "
                        + REGISTRANT + " as registrant_id" + """
                         from push p join member m on m.id = p.member_id join person n on n.id = m.person_id
                        where p.program_id = :program and p.state = 'BY_HAND' and p.id > :after order by p.id limit :most\
                        """)
                .param("program", programId)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Cancellation(
                        row.getLong("id"),
                        row.getLong("member_id"),
                        (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                        row.getString("email"),
                        row.getString("registrant_id"),
                        row.getString("words"),
                        Objects.requireNonNull(WebinarRows.instant(row, "settled_at"))))
                .list();
    }

    /**
     * Somebody has done it. What was kept of a person who was erased for that purpose alone is let go. Answers false when
     * it was done before, or there is no such cancellation in that program.
     */
    @Transactional
    boolean done(Actor who, long programId, long pushId) {
        var erased = """
            exists (select 1 from member m join person n on n.id = m.person_id
                where m.id = push.member_id and n.erased_at is not null)\
            """;
        return jdbc.sql("update push set state = 'DONE_BY_HAND', settled_at = :now,"
                                + " words = case when " + erased + " then null else cast(:who as varchar(500)) end,"
                                + " registrant_id = case when " + erased + " then null else registrant_id end"
                                + " where id = :id and program_id = :program and state = 'BY_HAND'")
                        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                        .param("who", who.name())
                        .param("id", pushId)
                        .param("program", programId)
                        .update()
                == 1;
    }
}
