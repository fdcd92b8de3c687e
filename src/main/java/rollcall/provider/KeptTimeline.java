package rollcall.provider;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;

/** Tells on a member's page that they cancelled at the provider and were left in the program, where somebody may ask why. */
@Component
class KeptTimeline implements Timeline {

    private final JdbcClient jdbc;

    KeptTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once, however many refreshes read the same. */
    @Override
    public List<Entry> about(long memberId) {
        return jdbc.sql("""
            select min(r.asked_at) as heard_at, k.words from refresh_kept k join refresh r on r.id = k.refresh_id
            where k.member_id = :member group by k.words order by 1\
            """)
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        Objects.requireNonNull(WebinarRows.instant(row, "heard_at")),
                        "provider.timeline.KEPT",
                        List.of(row.getString("words"))))
                .list();
    }
}
