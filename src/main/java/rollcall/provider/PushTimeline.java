package rollcall.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.ReasonWords;
import rollcall.member.Timeline;

/** Tells on a member's page what the provider was told about them, and what it said. */
@Component
class PushTimeline implements Timeline {

    private final JdbcClient jdbc;
    private final ReasonWords reasons;

    PushTimeline(JdbcClient jdbc, ReasonWords reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    @Override
    public List<Entry> about(long memberId) {
        var entries = new ArrayList<Entry>();
        jdbc.sql("""
            select action, state, failure, tries, words, created_at, settled_at from push where member_id = :member order by id\
            """)
                .param("member", memberId)
                .query((row, n) -> entry(
                        row.getString("action"),
                        ending(row.getString("state"), row.getString("failure")),
                        Objects.requireNonNull(WebinarRows.instant(row, "created_at")),
                        WebinarRows.instant(row, "settled_at"),
                        row.getInt("tries"),
                        row.getString("words")))
                .list()
                .forEach(entries::add);
        return entries;
    }

    /** Whoever was given up was not refused. */
    private static String ending(String state, @Nullable String failure) {
        if (failure == null || !state.equals(Push.State.REFUSED.name())) {
            return state;
        }
        return failure.equals(Backoff.NO_ANSWER) || failure.equals(Backoff.UNABLE) ? failure : state;
    }

    private Entry entry(
            String action,
            String ending,
            Instant created,
            @Nullable Instant settled,
            int tries,
            @Nullable String words) {
        var told = words == null ? "" : reasons.of(words);
        return new Entry(
                settled == null ? created : settled,
                "provider.timeline.%s.%s".formatted(action, ending),
                List.of(tries, told));
    }
}
