package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.mail.*;
import rollcall.program.Actor;

@Component
class StandInTemplates implements Templates {

    private final JdbcClient jdbc;

    StandInTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Template of(ResultSet row) throws SQLException {
        return new Template(
                row.getLong("id"),
                row.getObject("program_id", Long.class),
                row.getString("recipe"),
                row.getString("name"),
                Purpose.OPERATIONAL,
                "en",
                false,
                1);
    }

    @Override
    public Optional<Template> find(long id) {
        return jdbc.sql("select * from mail_template where id = :id")
                .param("id", id)
                .query((row, n) -> of(row))
                .optional();
    }

    @Override
    public List<Template> of(long programId) {
        return jdbc.sql("select * from mail_template where program_id = :id order by name")
                .param("id", programId)
                .query((row, n) -> of(row))
                .list();
    }

    @Override
    public Optional<Template> recipe(long programId, String recipe) {
        return of(programId).stream().filter(one -> recipe.equals(one.recipe())).findFirst();
    }

    @Override
    public List<TemplateProblem> problems(long templateId) {
        return List.of();
    }

    @Override
    public void addDefaults(long programId, Actor by) {
        for (var recipe : Recipe.values()) {
            if (recipe.sendsMail()) {
                insert(programId, recipe.name(), recipe.name());
            }
        }
    }

    private void insert(long programId, String recipe, String name) {
        jdbc.sql("insert into mail_template (program_id, recipe, name, purpose, default_language,"
                        + " with_calendar, version, created_at) values (:p, :r, :n, 'OPERATIONAL', 'en', false, 1,"
                        + " current_timestamp)")
                .param("p", programId)
                .param("r", recipe)
                .param("n", name)
                .update();
    }

    @Override
    public void copyAll(long fromProgramId, long toProgramId, Actor by) {
        of(fromProgramId).forEach(one -> insert(toProgramId, one.recipe(), one.name()));
    }
}
