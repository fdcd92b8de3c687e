package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** What people bring along when they come in: the registration they have at the provider already, and answers. */
@Component
class NewcomerRows {

    /** From the people on: asked of the members alone, H2 compares each member of the program with all of them. */
    static final String MEMBER_IDS = """
        select m.id, m.person_id from person p join member m on m.person_id = p.id and m.program_id = :program
        where p.id in (:people)\
        """;

    private final NamedParameterJdbcTemplate jdbc;

    NewcomerRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The members that these people are, by person. */
    Map<Long, Long> memberIds(long programId, Collection<Long> personIds) {
        var ids = new HashMap<Long, Long>();
        if (!personIds.isEmpty()) {
            var params = new MapSqlParameterSource("program", programId).addValue("people", personIds);
            jdbc.query(MEMBER_IDS, params, row -> {
                ids.put(row.getLong("person_id"), row.getLong("id"));
            });
        }
        return ids;
    }

    /** Stores what was brought; what is not mentioned stays as it was. */
    void store(List<Newcomer> newcomers, Map<Long, Long> memberIds) {
        storeRegistrations(newcomers, memberIds);
        storeAnswers(newcomers, memberIds);
    }

    private void storeRegistrations(List<Newcomer> newcomers, Map<Long, Long> memberIds) {
        var values = newcomers.stream()
                .filter(one -> one.registrantId() != null || one.joinLink() != null)
                .map(one -> new MapSqlParameterSource("member", memberIds.get(one.personId()))
                        .addValue("registrant", one.registrantId())
                        .addValue("link", one.joinLink()))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
            update member set registrant_id = coalesce(cast(:registrant as varchar(200)), registrant_id),
                join_link = coalesce(cast(:link as varchar(2000)), join_link)
            where id = :member\
            """, values);
    }

    private void storeAnswers(List<Newcomer> newcomers, Map<Long, Long> memberIds) {
        var values = new ArrayList<SqlParameterSource>();
        for (var one : newcomers) {
            var member = Objects.requireNonNull(memberIds.get(one.personId()));
            one.answers()
                    .forEach((question, answer) -> values.add(new MapSqlParameterSource("member", member)
                            .addValue("question", question)
                            .addValue("answer", answer)));
        }
        var each = values.toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("delete from member_answer where member_id = :member and question = :question", each);
        jdbc.batchUpdate(
                "insert into member_answer (member_id, question, answer) values (:member, :question, :answer)", each);
    }
}
