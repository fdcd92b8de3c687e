package rollcall.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;

/** What members did by themselves, and to what they consented; tells it on their page. */
@Component
class Notes implements Timeline {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long memberId, Deed deed) {
        jdbc.sql("insert into registration_note (member_id, deed, noted_at) values (:member, :deed, :now)")
                .param("member", memberId)
                .param("deed", deed.name())
                .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    /** What the member did last; nothing for whoever did nothing. */
    Optional<Deed> last(long memberId) {
        return jdbc.sql("""
            select deed from registration_note where member_id = :member order by id desc fetch first 1 row only\
            """)
                .param("member", memberId)
                .query((row, n) -> Deed.valueOf(row.getString("deed")))
                .optional();
    }

    @Override
    public List<Entry> about(long memberId) {
        return Stream.concat(deeds(memberId).stream(), consents(memberId).stream())
                .toList();
    }

    /** Without cancelling, which is a change of status and stands there already. */
    private List<Entry> deeds(long memberId) {
        return jdbc.sql("""
            select deed, noted_at from registration_note where member_id = :member and deed <> 'CANCELLED' order by id\
            """)
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        row.getTimestamp("noted_at").toInstant(), "form.timeline." + row.getString("deed"), List.of()))
                .list();
    }

    /** To the very words that stood on the form. */
    private List<Entry> consents(long memberId) {
        return jdbc.sql("""
            select question, wording, given, said_at from registration_consent where member_id = :member order by id\
            """)
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        row.getTimestamp("said_at").toInstant(),
                        row.getBoolean("given") ? "form.timeline.yes" : "form.timeline.no",
                        List.of(row.getString("question"), row.getString("wording"))))
                .list();
    }
}
