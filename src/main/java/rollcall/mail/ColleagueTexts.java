package rollcall.mail;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings.Erasure;

/** Letters to people who work here may name members: such a letter says nothing any more when one of them is erased. */
@Component
class ColleagueTexts {

    private final JdbcClient jdbc;

    ColleagueTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(Erasure erasure) {
        var letters = naming(names(erasure), erasure.personIds());
        if (letters.isEmpty()) {
            return;
        }
        var params = Map.of("ids", letters, "word", erasure.word());
        jdbc.sql("update letter set subject = :word, body = :word where id in (:ids)")
                .params(params)
                .update();
        jdbc.sql("update mailbox_copy set subject = :word, html = :word, text = :word where letter_id in (:ids)")
                .params(params)
                .update();
    }

    /** Whatever a member can be called by: the address, or first and last name. */
    private List<String> names(Erasure erasure) {
        var named = jdbc.sql("select trim(first_name || ' ' || last_name) from person where id in (:people)")
                .param("people", erasure.personIds())
                .query(String.class)
                .list();
        return Stream.concat(named.stream(), erasure.emailKeys().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private List<Long> naming(Collection<String> names, Collection<Long> people) {
        return jdbc
                .sql("""
                    select l.id, coalesce(l.subject, '') || ' ' || coalesce(l.body, '') as said
                    from letter l
                    where l.account_key is not null
                        and l.program_id in (select program_id from member where person_id in (:people))\
                    """)
                .param("people", people)
                .query((row, n) ->
                        Map.entry(row.getLong("id"), row.getString("said").toLowerCase(Locale.ROOT)))
                .list()
                .stream()
                .filter(letter ->
                        names.stream().anyMatch(name -> letter.getValue().contains(name.toLowerCase(Locale.ROOT))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
