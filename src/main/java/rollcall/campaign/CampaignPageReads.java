package rollcall.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages of campaigns name and offer besides campaigns. */
@Component
class CampaignPageReads {

    private static final int MOST_PROGRAMS = 500;

    private final JdbcClient jdbc;

    CampaignPageReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who saved it */
    record VersionLine(int version, Instant madeAt, String by) {}

    /** Newest first. */
    List<VersionLine> versions(long campaignId, int most) {
        return jdbc.sql("""
            select version, made_at, actor_name from campaign_version
            where campaign_id = :campaign order by version desc fetch first :most rows only\
            """)
                .param("campaign", campaignId)
                .param("most", most)
                .query((row, n) -> new VersionLine(
                        row.getInt("version"), row.getTimestamp("made_at").toInstant(), row.getString("actor_name")))
                .list();
    }

    /** Where a flow may call, by name. */
    Map<Long, String> webhooks() {
        return named(jdbc.sql("select id, name from webhook where archived_at is null order by name"));
    }

    Map<Long, String> programs(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : named(jdbc.sql("select id, name from program where id in (:ids)")
                        .param("ids", ids));
    }

    /** The next ones that are not over long since, and the last ones that are. */
    Map<Long, String> openPrograms() {
        return named(jdbc.sql("""
            select id, name from program where archived_at is null order by starts_at desc, id
            fetch first :most rows only\
            """).param("most", MOST_PROGRAMS));
    }

    private static Map<Long, String> named(JdbcClient.StatementSpec statement) {
        var names = new LinkedHashMap<Long, String>();
        RowCallbackHandler put = row -> names.put(row.getLong("id"), row.getString("name"));
        statement.query(put);
        return names;
    }
}
