package rollcall.person;

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
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.web.Text;

/** The rows of {@code person}, a thousand at a time. */
@Component
class PersonRows {

    private static final int LONGEST_NAME = 202;

    private static final String SELECT = """
        select p.id, p.version, p.email, p.first_name, p.last_name, p.company, p.job_title, p.phone, p.country,
            p.language, p.zone, p.created_at, p.erased_at\
        """;

    private static final String INSERT = """
        insert into person (version, email, email_key, first_name, last_name, company, job_title, phone, country,
            language, zone, name_key, given_key, company_key, created_at)
        values (0, :email, :emailKey, :firstName, :lastName, :company, :jobTitle, :phone, :country,
            :language, :zone, :nameKey, :givenKey, :companyKey, :createdAt)\
        """;

    private static final String UPDATE = """
        update person set version = version + 1, email = :email, email_key = :emailKey, first_name = :firstName,
            last_name = :lastName, company = :company, job_title = :jobTitle, phone = :phone, country = :country,
            language = :language, zone = :zone, name_key = :nameKey, given_key = :givenKey,
            company_key = :companyKey
        where id = :id and version = :version\
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    PersonRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Person> byId(long id) {
        return jdbc.sql(SELECT + " from person p where p.id = :id")
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    Map<Long, Person> byIds(Collection<Long> ids) {
        var found = new HashMap<Long, Person>();
        jdbc.sql(SELECT + " from person p where p.id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    found.put(row.getLong("id"), person(row));
                });
        return found;
    }

    List<Person> mergedInto(long id) {
        return jdbc.sql(SELECT + " from person p where p.merged_into = :id order by p.id desc")
                .param("id", id)
                .query((row, n) -> person(row))
                .list();
    }

    Optional<Long> successorOf(long id) {
        return jdbc.sql("select merged_into from person where (id = :id or replaces = :id) and merged_into is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** An address of an earlier record leads to the person that it became part of. */
    Map<String, Person> byKeys(Collection<String> keys) {
        var found = new HashMap<String, Person>();
        if (!keys.isEmpty()) {
            jdbc.sql(SELECT + """
                , k.email_key from person k join person p on p.id = coalesce(k.merged_into, k.id)
                where k.email_key in (:keys)\
                """).param("keys", keys).query(row -> {
                found.put(row.getString("email_key"), person(row));
            });
        }
        return found;
    }

    void insert(Collection<PersonDetails> people, Instant now) {
        var values = new ArrayList<SqlParameterSource>();
        for (var details : people) {
            values.add(values(details).addValue("createdAt", Timestamp.from(now)));
        }
        batches.batchUpdate(INSERT, values.toArray(SqlParameterSource[]::new));
    }

    void update(List<Person> people) {
        var values = people.stream()
                .map(person ->
                        values(person.details()).addValue("id", person.id()).addValue("version", person.version()))
                .toArray(SqlParameterSource[]::new);
        for (int updated : batches.batchUpdate(UPDATE, values)) {
            if (updated == 0) {
                throw new OptimisticLockingFailureException("A person was changed meanwhile.");
            }
        }
    }

    void delete(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from person where id in (:ids)").param("ids", ids).update();
        }
    }

    private static MapSqlParameterSource values(PersonDetails details) {
        var first = details.firstName();
        var last = details.lastName();
        return new MapSqlParameterSource("email", details.email())
                .addValue("emailKey", Text.folded(details.email()))
                .addValue("firstName", details.firstName())
                .addValue("lastName", details.lastName())
                .addValue("company", details.company())
                .addValue("jobTitle", details.jobTitle())
                .addValue("phone", details.phone())
                .addValue("country", details.country())
                .addValue("language", details.language())
                .addValue("zone", details.zone())
                .addValue("nameKey", nameKey(details))
                .addValue("givenKey", Text.searchable(first + " " + last, LONGEST_NAME))
                .addValue("companyKey", Text.searchable(details.company(), 200));
    }

    /** By what people are ordered: the name and, where there is none, the address, which is shown in its place. */
    private static String nameKey(PersonDetails details) {
        var name = Text.searchable(details.lastName() + " " + details.firstName(), LONGEST_NAME);
        return name.isEmpty() ? Text.searchable(details.email(), LONGEST_NAME) : name;
    }

    private static Person person(ResultSet row) throws SQLException {
        var details = new PersonDetails(
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("company"),
                row.getString("job_title"),
                row.getString("phone"),
                row.getString("country"),
                row.getString("language"),
                row.getString("zone"));
        var erasedAt = row.getObject("erased_at", OffsetDateTime.class);
        return new Person(
                row.getLong("id"),
                row.getInt("version"),
                details,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                erasedAt == null ? null : erasedAt.toInstant());
    }
}
