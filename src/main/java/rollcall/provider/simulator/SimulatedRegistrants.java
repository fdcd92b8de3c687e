package rollcall.provider.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.EmailAddress;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.web.Text;

/** The rows of {@code simulated_registrant}. */
@Component
class SimulatedRegistrants {

    static final String COLUMNS = """
        r.id, r.webinar_id, r.nth, r.registrant_id, r.member_id, r.email, r.name, r.state, r.words, r.since, r.token\
        """;

    private static final int LONGEST_SEARCH = 500;

    private final JdbcClient jdbc;

    SimulatedRegistrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SimulatedRegistrant> byKey(long webinarId, String emailKey) {
        return one("r.webinar_id = :webinar and r.email_key = :key", webinarId, emailKey);
    }

    Optional<SimulatedRegistrant> byId(long webinarId, String registrantId) {
        return one("r.webinar_id = :webinar and r.registrant_id = :key", webinarId, registrantId);
    }

    /** By the provider's id; by the address where there is none. */
    Optional<SimulatedRegistrant> find(long webinarId, RegistrantRef ref) {
        return ref.registrantId() == null
                ? byKey(webinarId, Text.folded(ref.email()))
                : byId(webinarId, ref.registrantId());
    }

    private Optional<SimulatedRegistrant> one(String condition, long webinarId, String key) {
        return jdbc.sql("select " + COLUMNS + " from simulated_registrant r where " + condition)
                .param("webinar", webinarId)
                .param("key", key)
                .query((row, n) -> registrant(row))
                .optional();
    }

    Optional<SimulatedRegistrant> byToken(String token) {
        return jdbc.sql("select " + COLUMNS + " from simulated_registrant r where r.token = :token")
                .param("token", token)
                .query((row, n) -> registrant(row))
                .optional();
    }

    /** In the order in which they came, those after that number. */
    List<SimulatedRegistrant> after(long webinarId, long nth, int most) {
        return list("", webinarId, nth, most);
    }

    /** As {@link #after}, those of whom nothing was seen. */
    List<SimulatedRegistrant> absentAfter(long webinarId, long nth, int most) {
        return list("""
            and r.state = 'APPROVED' and not exists (select 1 from simulated_attendance a where a.registrant = r.id)\
            """, webinarId, nth, most);
    }

    private List<SimulatedRegistrant> list(String narrowed, long webinarId, long nth, int most) {
        return jdbc.sql("""
            select %s from simulated_registrant r where r.webinar_id = :webinar and r.nth > :nth %s
            order by r.webinar_id, r.nth limit :most\
            """.formatted(COLUMNS, narrowed))
                .param("webinar", webinarId)
                .param("nth", nth)
                .param("most", most)
                .query((row, n) -> registrant(row))
                .list();
    }

    void insert(SimulatedRegistrant one, EmailAddress email, @Nullable Plan plan) {
        jdbc.sql("""
            insert into simulated_registrant (webinar_id, nth, registrant_id, member_id, email, email_key, name, search,
                state, words, since, plan, token)
            values (:webinar, :nth, :registrant, :member, :email, :key, :name, :search, :state, '', :since, :plan,
                :token)\
            """)
                .param("webinar", one.webinarId())
                .param("nth", one.nth())
                .param("registrant", one.registrantId())
                .param("member", one.memberId())
                .param("email", one.email())
                .param("key", email.key())
                .param("name", one.name())
                .param("search", search(one.name(), one.email()))
                .param("state", one.state().name())
                .param("since", Timestamp.from(one.since()))
                .param("plan", plan == null ? null : plan.name())
                .param("token", one.token())
                .update();
    }

    private static String search(String name, String email) {
        var both = Text.searchable(name + " " + email);
        return both.substring(0, Math.min(both.length(), LONGEST_SEARCH));
    }

    void set(SimulatedRegistrant one, State state, String words, Instant since) {
        jdbc.sql("update simulated_registrant set state = :state, words = :words, since = :since where id = :id")
                .param("state", state.name())
                .param("words", words)
                .param("since", Timestamp.from(since))
                .param("id", one.id())
                .update();
    }

    /** Takes away all that says who it was. */
    void forget(SimulatedRegistrant one) {
        jdbc.sql("""
            update simulated_registrant set email = null, email_key = null, name = '', search = '', token = null
            where id = :id\
            """).param("id", one.id()).update();
    }

    void plan(SimulatedRegistrant one, Plan plan) {
        jdbc.sql("update simulated_registrant set plan = :plan where id = :id")
                .param("plan", plan.name())
                .param("id", one.id())
                .update();
    }

    static SimulatedRegistrant registrant(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new SimulatedRegistrant(
                row.getLong("id"),
                row.getLong("webinar_id"),
                row.getLong("nth"),
                row.getString("registrant_id"),
                row.getObject("member_id", Long.class),
                email == null ? "" : email,
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getString("words"),
                SimulatedWebinars.certain(row, "since"),
                row.getString("token"));
    }
}
