package rollcall.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.web.Seals;

/**
 * What pushes keep of a person only as long as it is needed: the address that the provider was told, which is not theirs
 * any more once it was edited or erased; and of somebody who was erased, the provider's id and words.
 */
@Component
class PushTraces {

    private static final String NOTHING_OPEN = """
         and not exists (select 1 from push o where o.member_id = push.member_id and o.due_at is not null)\
        """;

    /** Whoever cancels by hand has to know which registration. */
    private static final String NOT_BY_HAND = " and state <> 'BY_HAND'";

    private static final String OF_THE_ERASED = """
         and exists (select 1 from member m join person p on p.id = m.person_id
            where m.id = push.member_id and p.erased_at is not null)\
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Seals seals;

    PushTraces(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Seals seals) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.seals = seals;
    }

    /** Remembers under which address the provider is told of them; said before it is told. */
    void keep(Push push, String email) {
        keep(Map.of(push, email));
    }

    void keep(Map<Push, String> emails) {
        batches.batchUpdate(
                "update push set sent_to = :sealed where id = :id",
                emails.entrySet().stream()
                        .map(one -> new MapSqlParameterSource("id", one.getKey().id())
                                .addValue(
                                        "sealed",
                                        seals.seal(
                                                one.getValue(),
                                                place(one.getKey().memberId()))))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Under which address the provider was told of them last; nothing when it was told nothing that is still open. */
    Optional<String> sentTo(Push push) {
        return jdbc.sql("""
            select sent_to from push
            where member_id = :member and id <= :id and sent_to is not null order by id desc limit 1\
            """)
                .param("member", push.memberId())
                .param("id", push.id())
                .query(String.class)
                .optional()
                .map(kept -> seals.open(kept, place(push.memberId())));
    }

    private static String place(long memberId) {
        return "push of member:" + memberId;
    }

    /** Lets go of what is not needed any more, after something about that member was settled or laid down. */
    void tidy(long memberId) {
        tidy(List.of(memberId));
    }

    /** As {@link #tidy(long)}, for several. */
    void tidy(Collection<Long> memberIds) {
        if (!memberIds.isEmpty()) {
            tidy("member_id in (:ids)", memberIds);
        }
    }

    /** As {@link #tidy}, for everybody of a program. */
    void tidyAll(long programId) {
        tidy("program_id in (:ids)", List.of(programId));
    }

    private void tidy(String whose, Collection<Long> ids) {
        forget("sent_to", whose + NOTHING_OPEN, ids);
        forget("words", whose + OF_THE_ERASED, ids);
        forget("registrant_id", whose + NOT_BY_HAND + NOTHING_OPEN + OF_THE_ERASED, ids);
    }

    private void forget(String column, String where, Collection<Long> ids) {
        jdbc.sql("update push set %s = null where %s is not null and %s".formatted(column, column, where))
                .param("ids", ids)
                .update();
    }
}
