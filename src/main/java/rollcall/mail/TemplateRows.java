package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of templates and of what they say. */
@Component
class TemplateRows {

    private static final String SELECT = """
        select id, program_id, recipe, name, purpose, default_language, with_calendar, version
        from mail_template\
        """;

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Template> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Archived ones as well, since letters may name them. A thousand at a time at most. */
    Map<Long, Template> byIds(Collection<Long> ids) {
        var found = new HashMap<Long, Template>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + " where id in (:ids)")
                    .param("ids", Set.copyOf(ids))
                    .query((row, n) -> read(row))
                    .list()
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    List<Template> of(long programId, boolean archived) {
        return jdbc.sql(SELECT + " where program_id = :program and archived_at is " + (archived ? "not null" : "null")
                        + " order by lower(name), id")
                .param("program", programId)
                .query((row, n) -> read(row))
                .list();
    }

    List<Template> shared(boolean archived) {
        return jdbc.sql(SELECT + " where program_id is null and archived_at is " + (archived ? "not null" : "null")
                        + " order by lower(name), id")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Template> recipe(long programId, String recipe) {
        return jdbc.sql(SELECT + " where program_id = :program and recipe = :recipe and archived_at is null")
                .param("program", programId)
                .param("recipe", recipe)
                .query((row, n) -> read(row))
                .optional();
    }

    boolean archived(long id) {
        return jdbc.sql("select count(*) from mail_template where id = :id and archived_at is not null")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** In the order of their languages. */
    List<TemplateText> texts(long id, int version) {
        return jdbc.sql("""
            select language, subject, html, text from mail_template_text
            where template_id = :id and version = :version order by language\
            """)
                .param("id", id)
                .param("version", version)
                .query((row, n) -> text(row))
                .list();
    }

    /** What each says in its latest version, in the order of languages. A thousand at a time at most. */
    Map<Long, List<TemplateText>> latestTexts(Collection<Long> ids) {
        var texts = new HashMap<Long, List<TemplateText>>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                select x.template_id, x.language, x.subject, x.html, x.text
                from mail_template t join mail_template_text x on x.template_id = t.id and x.version = t.version
                where t.id in (:ids) order by x.language\
                """).param("ids", Set.copyOf(ids)).query(row -> {
                texts.computeIfAbsent(row.getLong("template_id"), id -> new ArrayList<>())
                        .add(text(row));
            });
        }
        return texts;
    }

    private static TemplateText text(ResultSet row) throws SQLException {
        return new TemplateText(
                row.getString("language"), row.getString("subject"), row.getString("html"), row.getString("text"));
    }

    /** The newest first. */
    List<TemplateVersion> versions(long id) {
        return jdbc.sql("""
            select version, max(actor_name) as actor_name, max(made_at) as made_at from mail_template_text
            where template_id = :id group by version order by version desc\
            """)
                .param("id", id)
                .query((row, n) -> new TemplateVersion(
                        row.getInt("version"),
                        row.getString("actor_name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    long insert(TemplatePlan plan, @Nullable Long programId, @Nullable String recipe, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into mail_template (program_id, recipe, name, purpose, default_language, with_calendar, version,
                created_at)
            values (:program, :recipe, :name, :purpose, :language, :calendar, 1, :now)\
            """)
                .param("program", programId)
                .param("recipe", recipe)
                .param("name", plan.name())
                .param("purpose", plan.purpose().name())
                .param("language", plan.defaultLanguage())
                .param("calendar", plan.withCalendar())
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void insertTexts(long id, int version, List<TemplateText> texts, Actor by, Instant now) {
        for (var text : texts) {
            jdbc.sql("""
                insert into mail_template_text (template_id, version, language, subject, html, text, actor_key,
                    actor_name, made_at)
                values (:id, :version, :language, :subject, :html, :text, :key, :name, :now)\
                """)
                    .param("id", id)
                    .param("version", version)
                    .param("language", text.language())
                    .param("subject", text.subject())
                    .param("html", text.html())
                    .param("text", text.text())
                    .param("key", by.key())
                    .param("name", by.name())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /** Whether it was still that version; the next one is one higher. */
    boolean update(long id, int version, TemplatePlan plan) {
        return jdbc.sql("""
            update mail_template set name = :name, purpose = :purpose, default_language = :language,
                with_calendar = :calendar, version = version + 1
            where id = :id and version = :version\
            """)
                        .param("name", plan.name())
                        .param("purpose", plan.purpose().name())
                        .param("language", plan.defaultLanguage())
                        .param("calendar", plan.withCalendar())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** @param at null to take it out again */
    void archive(long id, @Nullable Instant at) {
        jdbc.sql("update mail_template set archived_at = :at where id = :id")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static Template read(ResultSet row) throws SQLException {
        return new Template(
                row.getLong("id"),
                row.getObject("program_id", Long.class),
                row.getString("recipe"),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("default_language"),
                row.getBoolean("with_calendar"),
                row.getInt("version"));
    }
}
