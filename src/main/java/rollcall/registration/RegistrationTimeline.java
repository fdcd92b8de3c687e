package rollcall.registration;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;
import rollcall.registration.FirstStatus.Rule;

/** Tells on a member's page when they filled the form out, and which rule decided by itself. */
@Component
class RegistrationTimeline implements Timeline {

    private final JdbcClient jdbc;

    RegistrationTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> about(long memberId) {
        return jdbc.sql("""
            select status, rule, submitted_at from registration_submission where member_id = :member order by id\
            """)
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        message(row.getString("status"), Rule.valueOf(row.getString("rule"))),
                        List.of()))
                .list();
    }

    private static String message(@Nullable String status, Rule rule) {
        return status == null ? "registration.timeline.again" : "registration.timeline." + rule;
    }
}
