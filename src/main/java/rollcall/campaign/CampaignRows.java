package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code campaign} and of its versions. */
@Component
class CampaignRows {

    private static final String SELECT = """
        select c.id, c.program_id, c.version, c.name, c.recipe, c.state, c.paused_why, c.on_since, c.next_run_at,
            c.ended, c.failed, v.definition
        from campaign c join campaign_version v on v.campaign_id = c.id and v.version = c.version
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Definitions definitions;

    CampaignRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Definitions definitions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.definitions = definitions;
    }

    /** Those that are not archived, in the order of their making. */
    List<Campaign> of(long programId) {
        return jdbc.sql(SELECT + "where c.program_id = :program and c.archived_at is null order by c.program_id, c.id")
                .param("program", programId)
                .query((row, n) -> campaign(row))
                .list();
    }

    List<Campaign> on(long programId) {
        return jdbc.sql(SELECT + "where c.program_id = :program and c.state = 'ON' order by c.program_id, c.id")
                .param("program", programId)
                .query((row, n) -> campaign(row))
                .list();
    }

    List<Campaign> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where c.id in (:ids) order by c.id")
                        .param("ids", ids)
                        .query((row, n) -> campaign(row))
                        .list();
    }

    Optional<Campaign> find(long id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /** Whether some campaign of that program is on, or paused with people inside. */
    boolean awake(long programId) {
        return jdbc.sql("""
            select exists (
                select 1 from campaign where program_id = :program and state in ('ON', 'PAUSED'))\
            """).param("program", programId).query(Boolean.class).single();
    }

    /** Makes one that is off. */
    long insert(long programId, String name, @Nullable String recipe, Definition definition, Actor by, Instant now) {
        var id = insert(programId, name, recipe, now);
        insertVersion(id, 1, definition, by, now);
        return id;
    }

    /** Makes one that is off and still lacks its first version. */
    long insert(long programId, String name, @Nullable String recipe, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into campaign (program_id, version, name, recipe, state, ended, failed, created_at)
            values (:program, 1, :name, :recipe, 'OFF', 0, 0, :now)\
            """)
                .param("program", programId)
                .param("name", name)
                .param("recipe", recipe)
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        var id = Objects.requireNonNull(keys.getKeyAs(Long.class));
        jdbc.sql("insert into campaign_gate (campaign_id) values (:id)")
                .param("id", id)
                .update();
        return id;
    }

    /** One that comes with a program, and is off. */
    record Fresh(String name, String recipe, Definition definition) {}

    /** All at once, since every program gets them. */
    void insertRecipes(long programId, List<Fresh> all, Actor by, Instant now) {
        var values = all.stream()
                .map(one -> new MapSqlParameterSource("program", programId)
                        .addValue("name", one.name())
                        .addValue("recipe", one.recipe())
                        .addValue("definition", Definitions.write(one.definition()))
                        .addValue("actorKey", by.key())
                        .addValue("actorName", by.name())
                        .addValue("now", Timestamp.from(now)))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
            insert into campaign (program_id, version, name, recipe, state, ended, failed, created_at)
            values (:program, 1, :name, :recipe, 'OFF', 0, 0, :now)\
            """, values);
        batches.batchUpdate("""
            insert into campaign_version (campaign_id, version, definition, actor_key, actor_name, made_at)
            select id, 1, cast(:definition as varchar(100000)), cast(:actorKey as varchar(60)),
                cast(:actorName as varchar(200)), cast(:now as timestamp(6) with time zone)
            from campaign where program_id = :program and recipe = :recipe\
            """, values);
        jdbc.sql("insert into campaign_gate (campaign_id) select id from campaign where program_id = :program")
                .param("program", programId)
                .update();
    }

    void insertVersion(long id, int version, Definition definition, Actor by, Instant now) {
        jdbc.sql("""
            insert into campaign_version (campaign_id, version, definition, actor_key, actor_name, made_at)
            values (:id, :version, :definition, :actorKey, :actorName, :now)\
            """)
                .param("id", id)
                .param("version", version)
                .param("definition", Definitions.write(definition))
                .param("actorKey", by.key())
                .param("actorName", by.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Counts one version on, when it still is that one. */
    boolean rename(long id, int version, String name) {
        return jdbc.sql("""
            update campaign set version = version + 1, name = :name where id = :id and version = :version\
            """)
                        .param("name", name)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void switchOn(long id, Instant now, @Nullable Instant nextRunAt) {
        jdbc.sql("""
            update campaign set state = 'ON', paused_why = null, on_since = :now, next_run_at = :next, ended = 0,
                failed = 0
            where id = :id\
            """)
                .param("now", Timestamp.from(now))
                .param("next", timestamp(nextRunAt))
                .param("id", id)
                .update();
    }

    void switchTo(long id, CampaignState state, @Nullable String why) {
        jdbc.sql("update campaign set state = :state, paused_why = :why, next_run_at = null where id = :id")
                .param("state", state.name())
                .param("why", why)
                .param("id", id)
                .update();
    }

    void archive(long id, Instant now) {
        jdbc.sql("update campaign set archived_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void runNext(long id, @Nullable Instant at) {
        jdbc.sql("update campaign set next_run_at = :at where id = :id")
                .param("at", timestamp(at))
                .param("id", id)
                .update();
    }

    /** Those that are to run by the clock by now. */
    List<Long> toRun(Instant now) {
        return jdbc.sql("select id from campaign where next_run_at <= :now order by next_run_at limit 1000")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    /** Counts those who are through. The last thing in a transaction: whoever waits for this row holds nothing back. */
    void count(long id, int ended, int failed) {
        jdbc.sql("""
            update campaign set ended = greatest(0, ended + :ended), failed = greatest(0, failed + :failed)
            where id = :id\
            """)
                .param("ended", ended)
                .param("failed", failed)
                .param("id", id)
                .update();
    }

    /** Pauses one of whose entries more than a tenth of at least fifty failed; whether it was. */
    boolean pauseIfItFails(long id) {
        return jdbc.sql("""
            update campaign set state = 'PAUSED', paused_why = 'campaign.paused.failures', next_run_at = null
            where id = :id and state = 'ON' and ended >= 50 and failed * 10 > ended\
            """).param("id", id).update() == 1;
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var version = row.getInt("version");
        return new Campaign(
                id,
                row.getLong("program_id"),
                version,
                row.getString("name"),
                row.getString("recipe"),
                CampaignState.valueOf(row.getString("state")),
                row.getString("paused_why"),
                instant(row, "on_since"),
                instant(row, "next_run_at"),
                row.getInt("ended"),
                row.getInt("failed"),
                definitions.of(id, version, row.getString("definition")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
