package rollcall.provider;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The rows of {@code refresh_ignored}: whom a refresh left where they are although its report says otherwise. */
@Component
class RefreshIgnored {

    private static final Set<Effect> NAMED = Set.of(Effect.DECIDED, Effect.STAYS_OUT, Effect.SIGNED_UP);

    private final NamedParameterJdbcTemplate jdbc;

    RefreshIgnored(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether those whom a report had that effect on are remembered one by one. */
    static boolean names(Effect effect) {
        return NAMED.contains(effect);
    }

    void add(long refreshId, Effect effect, List<ReportedMember> members) {
        var rows = members.stream()
                .map(one -> new MapSqlParameterSource("refresh", refreshId)
                        .addValue("effect", effect.name())
                        .addValue("member", one.memberId()))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate(
                "insert into refresh_ignored (refresh_id, effect, member_id) values (:refresh, :effect, :member)",
                rows);
    }

    /** The first of them, by effect. */
    Map<Effect, List<Long>> of(long refreshId, int most) {
        var ignored = new EnumMap<Effect, List<Long>>(Effect.class);
        for (var effect : NAMED) {
            var some = some(refreshId, effect, most);
            if (!some.isEmpty()) {
                ignored.put(effect, some);
            }
        }
        return ignored;
    }

    private List<Long> some(long refreshId, Effect effect, int most) {
        return jdbc.queryForList(
                """
                select member_id from refresh_ignored where refresh_id = :refresh and effect = :effect
                order by refresh_id, effect, member_id limit :most\
                """,
                new MapSqlParameterSource("refresh", refreshId)
                        .addValue("effect", effect.name())
                        .addValue("most", most),
                Long.class);
    }
}
