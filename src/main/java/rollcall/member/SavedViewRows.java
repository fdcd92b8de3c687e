package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.web.Text;

/** The rows of {@code saved_view}. */
@Component
class SavedViewRows {

    private static final String SELECT = """
        select id, version, program_id, owner_key, owner_name, name, shared, filter, chosen_columns
        from saved_view
        where program_id = :program\
        """;

    private final JdbcClient jdbc;

    SavedViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that somebody sees: their own first, each by name. */
    List<SavedView> shownTo(Actor who, Program program) {
        return jdbc.sql(SELECT + """
             and (owner_key = :who or shared)
            order by case when owner_key = :who then 0 else 1 end, name_key, id\
            """)
                .param("program", program.key())
                .param("who", who.key())
                .query((row, n) -> view(row))
                .list();
    }

    Optional<SavedView> find(Program program, long id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("program", program.key())
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    Optional<SavedView> byRequest(Actor who, Program program, @Nullable String requestId) {
        return jdbc.sql(SELECT + " and owner_key = :who and request_id = :request")
                .param("program", program.key())
                .param("who", who.key())
                .param("request", requestId)
                .query((row, n) -> view(row))
                .optional();
    }

    long countOf(Actor who, Program program) {
        return jdbc.sql("select count(*) from saved_view where program_id = :program and owner_key = :who")
                .param("program", program.key())
                .param("who", who.key())
                .query(Long.class)
                .single();
    }

    /** Whether an owner has another view of that name already; those of owners who are gone may be alike. */
    boolean taken(Program program, @Nullable String ownerKey, String name, long besides) {
        return jdbc.sql("""
            select count(*) from saved_view
            where program_id = :program and owner_key = :owner and name_key = :name and id <> :besides\
            """)
                        .param("program", program.key())
                        .param("owner", ownerKey)
                        .param("name", Text.folded(name))
                        .param("besides", besides)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long insert(
            Actor who,
            Program program,
            String name,
            boolean shared,
            MemberFilterForm filter,
            @Nullable ColumnChoice columns,
            @Nullable String requestId) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into saved_view (version, program_id, owner_key, owner_name, name, name_key, shared, filter,
                chosen_columns, request_id)
            values (0, :program, :who, :whoName, :name, :key, :shared, :filter, :columns, :request)\
            """)
                .param("program", program.key())
                .param("who", who.key())
                .param("whoName", who.name())
                .param("name", name)
                .param("key", Text.folded(name))
                .param("shared", shared)
                .param("filter", filter.query())
                .param("columns", stored(columns))
                .param("request", requestId)
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    /** False when somebody changed it since that version; nothing is stored then. */
    boolean store(SavedView view) {
        return jdbc.sql("""
            update saved_view set version = version + 1, owner_key = :owner, owner_name = :ownerName, name = :name,
                name_key = :key, shared = :shared, filter = :filter, chosen_columns = :columns
            where id = :id and version = :version\
            """)
                        .param("owner", view.ownerKey())
                        .param("ownerName", view.ownerName())
                        .param("name", view.name())
                        .param("key", Text.folded(view.name()))
                        .param("shared", view.shared())
                        .param("filter", view.filter().query())
                        .param("columns", stored(view.columns()))
                        .param("id", view.id())
                        .param("version", view.version())
                        .update()
                == 1;
    }

    /** False when somebody changed it since that version; it stays then. */
    boolean delete(long id, int version) {
        return jdbc.sql("delete from saved_view where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** What they shared belongs to its program from now on; what was theirs alone waits for them. */
    void handOver(String ownerKey) {
        jdbc.sql("""
            update saved_view set owner_key = null, owner_name = '', version = version + 1
            where owner_key = :owner and shared\
            """).param("owner", ownerKey).update();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("program_id"),
                row.getString("owner_key"),
                row.getString("owner_name"),
                row.getString("name"),
                row.getBoolean("shared"),
                MemberFilterForm.parse(row.getString("filter")),
                ColumnChoice.parse(row.getString("chosen_columns")));
    }

    private static @Nullable String stored(@Nullable ColumnChoice columns) {
        return columns == null ? null : columns.stored();
    }
}
