package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;

/** The rows of {@code campaign_feed}. */
@Component
class FeedRows {

    private final NamedParameterJdbcTemplate jdbc;

    FeedRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when it happened; {@code changeSetId} and {@code campaignId} may be null */
    long insert(
            long programId,
            FeedKind kind,
            @Nullable Long changeSetId,
            @Nullable Long campaignId,
            int level,
            boolean accepted,
            Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.update(
                """
                insert into campaign_feed (program_id, kind, change_set_id, campaign_id, level, accepted, happened_at)
                values (:program, :kind, :changeSet, :campaign, :level, :accepted, :at)\
                """,
                new MapSqlParameterSource("program", programId)
                        .addValue("kind", kind.name())
                        .addValue("changeSet", changeSetId)
                        .addValue("campaign", campaignId)
                        .addValue("level", level)
                        .addValue("accepted", accepted)
                        .addValue("at", Timestamp.from(at)),
                keys,
                new String[] {"id"});
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void insertMembers(long feedId, Collection<Long> memberIds) {
        jdbc.batchUpdate(
                "insert into campaign_feed_member (feed_id, member_id) values (:feed, :member)",
                memberIds.stream()
                        .distinct()
                        .map(member -> new MapSqlParameterSource("feed", feedId).addValue("member", member))
                        .toArray(SqlParameterSource[]::new));
    }

    /**
     * Whether somebody became Registered with that change set and was accepted at once. Of whom a provider's yes was told
     * in the same transaction, that is told already.
     */
    boolean acceptedAtOnce(long changeSetId) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                    select exists (
                        select 1 from status_change c join member m on m.id = c.member_id
                        where c.change_set_id = :changeSet and c.to_status = 'REGISTERED' and not c.keeps_registration
                            and m.delivery = 'ACCEPTED' and not exists (
                                select 1 from campaign_feed_member t join campaign_feed f on f.id = t.feed_id
                                where t.member_id = m.id and f.kind = 'ACCEPTED'))\
                    """, new MapSqlParameterSource("changeSet", changeSetId), Boolean.class));
    }

    /** Takes the oldest of a program in hand that nobody else has, until the transaction ends. */
    Optional<FeedItem> take(long programId) {
        var inTurn = jdbc.queryForList(
                """
                select id from campaign_feed where program_id = :program order by program_id, id limit :most\
                """, new MapSqlParameterSource("program", programId).addValue("most", FirstFree.LOOK), Long.class);
        return FirstFree.of(inTurn, 1, this::lock).stream().findFirst().map(this::item);
    }

    private List<Long> lock(List<Long> ids) {
        return jdbc.queryForList(
                "select id from campaign_feed where id in (:ids) for update skip locked",
                new MapSqlParameterSource("ids", ids),
                Long.class);
    }

    private FeedItem item(long id) {
        return jdbc.query("""
            select id, program_id, kind, change_set_id, campaign_id, level, accepted, happened_at
            from campaign_feed where id = :id\
            """, new MapSqlParameterSource("id", id), (row, n) -> item(row))
                .getFirst();
    }

    void delete(FeedItem item) {
        var id = new MapSqlParameterSource("id", item.id());
        jdbc.update("delete from campaign_feed_member where feed_id = :id", id);
        jdbc.update("delete from campaign_feed where id = :id", id);
    }

    /** The programs in which something waits to be heard of. */
    List<Long> programs() {
        return jdbc.queryForList(
                "select distinct program_id from campaign_feed", new MapSqlParameterSource(), Long.class);
    }

    private static FeedItem item(ResultSet row) throws SQLException {
        return new FeedItem(
                row.getLong("id"),
                row.getLong("program_id"),
                FeedKind.valueOf(row.getString("kind")),
                row.getObject("change_set_id", Long.class),
                row.getObject("campaign_id", Long.class),
                row.getInt("level"),
                row.getBoolean("accepted"),
                Objects.requireNonNull(CampaignRows.instant(row, "happened_at")));
    }
}
