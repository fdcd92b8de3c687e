package rollcall.transfer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Members;
import rollcall.person.Belongings;

/**
 * What this room keeps about people: rows of imports, as long as they are kept. They belong to an address, not to a
 * person; so they need not follow when two records become one.
 */
@Component
class TransferBelongings implements Belongings {

    private final JdbcClient jdbc;
    private final Members members;
    private final ExportExpiry expiry;

    TransferBelongings(JdbcClient jdbc, Members members, ExportExpiry expiry) {
        this.jdbc = jdbc;
        this.members = members;
        this.expiry = expiry;
    }

    @Override
    public List<Section> about(Collection<Long> personIds, Collection<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return List.of();
        }
        var entries = jdbc.sql("""
            select i.program_id, i.file_name as file, r.line, r.verdict, r.email, r.name,
                r.to_status as status, r.status_reason, r.cells
            from import_row r join member_import i on i.id = r.import_id
            where %s order by r.import_id, r.row_no\
            """.formatted(mentions(emailKeys)))
                .params(params(emailKeys))
                .query((row, n) -> Entry.of(row))
                .list();
        return List.of(new Section("import-rows", entries));
    }

    @Override
    public void follow(Merge merge) {}

    /**
     * The rows stay, so that an import's numbers add up; who stood in them does not. Files of members in whose program the
     * person was are withdrawn.
     */
    @Override
    public void forget(Erasure erasure) {
        expiry.withdraw(erasure.personIds().stream()
                .flatMap(person -> members.programsOf(person).values().stream())
                .collect(Collectors.toSet()));
        jdbc.sql("update import_row r set email = '', name = '', detail = '', status_reason = '', cells = '' where "
                        + mentions(erasure.emailKeys()))
                .params(params(erasure.emailKeys()))
                .update();
    }

    /** A row that was refused is kept as it was, and may hold the address anywhere. */
    private static String mentions(Collection<String> emailKeys) {
        return IntStream.range(0, emailKeys.size())
                .mapToObj("lower(r.email) = :key%1$d or lower(r.cells) like :cell%1$d escape '!'"::formatted)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static Map<String, Object> params(Collection<String> emailKeys) {
        var params = new HashMap<String, Object>();
        var i = 0;
        for (var key : emailKeys) {
            params.put("key" + i, key);
            params.put(
                    "cell" + i, "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            i++;
        }
        return params;
    }
}
