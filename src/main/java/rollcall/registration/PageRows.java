package rollcall.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of pages, and of the addresses that they had. */
@Component
class PageRows {

    private static final String SELECT = """
        select program_id, slug, published, opens_at, closes_at, speakers, seats_shown, embedders, refused_domains,
            accepted_domains, own_domains, invited_skip_approval, version
        from registration_page\
        """;

    private final JdbcClient jdbc;

    PageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RegistrationPage> of(long programId) {
        return jdbc.sql(SELECT + " where program_id = :program")
                .param("program", programId)
                .query((row, n) -> page(row))
                .optional();
    }

    Optional<RegistrationPage> bySlug(String slug) {
        return jdbc.sql(SELECT + " where slug = :slug")
                .param("slug", slug)
                .query((row, n) -> page(row))
                .optional();
    }

    /** The page that was at that address before. */
    Optional<RegistrationPage> byFormerSlug(String slug) {
        return jdbc.sql(SELECT
                        + " where program_id = (select program_id from registration_former_slug where slug = :slug)")
                .param("slug", slug)
                .query((row, n) -> page(row))
                .optional();
    }

    /** Whether that address is or was another program's. */
    boolean taken(String slug, long programId) {
        return jdbc.sql("""
            select count(*) from (
                select program_id from registration_page where slug = :slug
                union all select program_id from registration_former_slug where slug = :slug) t
            where program_id <> :program\
            """)
                        .param("slug", slug)
                        .param("program", programId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those of the addresses that begin so which are somebody's. */
    List<String> beginningWith(String slug) {
        return jdbc.sql("""
            select slug from registration_page where slug >= :from and slug < :to
            union all select slug from registration_former_slug where slug >= :from and slug < :to\
            """)
                .param("from", slug)
                .param("to", slug + "~")
                .query(String.class)
                .list();
    }

    void insert(RegistrationPage page) {
        with(page, jdbc.sql("""
            insert into registration_page (program_id, slug, published, opens_at, closes_at, speakers, seats_shown,
                embedders, refused_domains, accepted_domains, own_domains, invited_skip_approval, version)
            values (:program, :slug, :published, :opens, :closes, :speakers, :seats, :embedders, :refused, :accepted,
                :own, :invited, 1)\
            """)).update();
    }

    /** Whether nobody had changed it since the version that the page says. */
    boolean update(RegistrationPage page) {
        return with(page, jdbc.sql("""
            update registration_page set slug = :slug, published = :published, opens_at = :opens, closes_at = :closes,
                speakers = :speakers, seats_shown = :seats, embedders = :embedders, refused_domains = :refused,
                accepted_domains = :accepted, own_domains = :own, invited_skip_approval = :invited,
                version = version + 1
            where program_id = :program and version = :version\
            """)).param("version", page.version()).update() == 1;
    }

    /** An address that is the program's again leads nowhere else any more. */
    void moved(long programId, String from, String to) {
        jdbc.sql("delete from registration_former_slug where slug in (:slugs) and program_id = :program")
                .param("slugs", List.of(from, to))
                .param("program", programId)
                .update();
        jdbc.sql("insert into registration_former_slug (slug, program_id) values (:slug, :program)")
                .param("slug", from)
                .param("program", programId)
                .update();
    }

    private static StatementSpec with(RegistrationPage page, StatementSpec statement) {
        return statement
                .param("program", page.programId())
                .param("slug", page.slug())
                .param("published", page.published())
                .param("opens", timestamp(page.opensAt()))
                .param("closes", timestamp(page.closesAt()))
                .param("speakers", page.speakers())
                .param("seats", page.seatsShown())
                .param("embedders", String.join("\n", page.embedders()))
                .param("refused", String.join("\n", page.rules().refused()))
                .param("accepted", String.join("\n", page.rules().accepted()))
                .param("own", String.join("\n", page.rules().own()))
                .param("invited", page.rules().invitedSkipApproval());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static RegistrationPage page(ResultSet row) throws SQLException {
        return new RegistrationPage(
                row.getLong("program_id"),
                row.getString("slug"),
                row.getBoolean("published"),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                row.getString("speakers"),
                row.getBoolean("seats_shown"),
                lines(row.getString("embedders")),
                new DomainRules(
                        lines(row.getString("refused_domains")),
                        lines(row.getString("accepted_domains")),
                        lines(row.getString("own_domains")),
                        row.getBoolean("invited_skip_approval")),
                row.getInt("version"));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
