package rollcall.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms that are stored. */
@Component
class FormRows {

    private static final String INSERT_FIELD = """
        insert into registration_field (program_id, field_key, place, kind, name, label, help, wording, required, choices)
        values (:program, :key, :place, :kind, :name, :label, :help, :wording, :required, :choices)\
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    FormRows(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    StoredForm find(long programId) {
        return jdbc.sql("select version, last_key from registration_form where program_id = :program")
                .param("program", programId)
                .query((row, n) -> new StoredForm(row.getInt("version"), row.getInt("last_key"), fields(programId)))
                .optional()
                .orElse(StoredForm.UNTOUCHED);
    }

    private List<Field> fields(long programId) {
        return jdbc.sql("select * from registration_field where program_id = :program order by place")
                .param("program", programId)
                .query((row, n) -> field(row))
                .list();
    }

    private static Field field(ResultSet row) throws SQLException {
        var choices = row.getString("choices");
        return new Field(
                row.getString("field_key"),
                FieldKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("label"),
                row.getString("help"),
                row.getString("wording"),
                row.getBoolean("required"),
                choices.isEmpty() ? List.of() : List.of(choices.split("\n")),
                false);
    }

    /**
     * Stores the form in place of the version that it was made from.
     *
     * @return false when that is not the present one any more; then nothing is stored
     */
    boolean replace(long programId, StoredForm form) {
        if (!step(programId, form)) {
            return false;
        }
        jdbc.sql("delete from registration_field where program_id = :program")
                .param("program", programId)
                .update();
        batch.batchUpdate(
                INSERT_FIELD,
                IntStream.range(0, form.fields().size())
                        .mapToObj(
                                place -> params(programId, place, form.fields().get(place)))
                        .toArray(SqlParameterSource[]::new));
        return true;
    }

    private boolean step(long programId, StoredForm form) {
        if (form.version() == 0) {
            return begin(programId, form.lastKey());
        }
        return jdbc.sql("""
            update registration_form set version = version + 1, last_key = :last
            where program_id = :program and version = :version\
            """)
                        .param("last", form.lastKey())
                        .param("program", programId)
                        .param("version", form.version())
                        .update()
                == 1;
    }

    private boolean begin(long programId, int lastKey) {
        try {
            jdbc.sql("insert into registration_form (program_id, version, last_key) values (:program, 1, :last)")
                    .param("program", programId)
                    .param("last", lastKey)
                    .update();
            return true;
        } catch (DuplicateKeyException alreadyBegun) {
            return false;
        }
    }

    private static SqlParameterSource params(long programId, int place, Field field) {
        return new MapSqlParameterSource("program", programId)
                .addValue("key", field.key())
                .addValue("place", place)
                .addValue("kind", field.kind().name())
                .addValue("name", field.name())
                .addValue("label", field.label())
                .addValue("help", field.help())
                .addValue("wording", field.wording())
                .addValue("required", field.required())
                .addValue("choices", String.join("\n", field.options()));
    }

    /** Gives a new program the form of another one; nothing when that has none of its own. */
    void copy(long from, long into) {
        jdbc.sql("""
            insert into registration_form (program_id, version, last_key)
            select :into, 1, last_key from registration_form where program_id = :from\
            """).param("into", into).param("from", from).update();
        jdbc.sql("""
            insert into registration_field
                (program_id, field_key, place, kind, name, label, help, wording, required, choices)
            select :into, field_key, place, kind, name, label, help, wording, required, choices
            from registration_field where program_id = :from\
            """).param("into", into).param("from", from).update();
    }
}
