package rollcall.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Registrations;

/**
 * Puts right what was stored at the very moment at which a program got or left a provider: a registration to where no
 * webinar is any more, and members whom nobody has sent. A change of status does not wait for a choice of provider, nor the
 * choice for all changes; so neither may have seen the other.
 */
@Component
class Strays {

    private static final int MOST = 1_000;

    /** How long after a choice a change may still come to light that had not seen it. */
    private static final Duration RECENT = Duration.ofHours(1);

    private static final String TO_NOWHERE = """
        select p.id, p.program_id from push p
        where p.due_at is not null and p.action = 'REGISTER' and (p.lease_until is null or p.lease_until < :now)
            and not exists (select 1 from webinar w
                where w.program_id = p.program_id and w.provider = p.provider and w.event_id = p.event_id)
        order by p.id limit :most\
        """;

    private static final String CHOSEN = "select program_id from webinar where chosen_at > :since order by program_id";

    /** Of few programs at most: H2 would else begin with everybody who is Registered anywhere. */
    private static final String NEVER_SENT = """
        select m.id, m.program_id
        from webinar w
        join member m on m.program_id = w.program_id and m.status = 'REGISTERED'
        join change_set s on s.id = m.change_set_id and not s.reported
        where w.program_id in (:chosen) and m.program_id in (:chosen)
            and not exists (select 1 from push p where p.member_id = m.id and p.action = 'REGISTER'
                and p.provider = w.provider and p.event_id = w.event_id and p.created_at >= s.made_at)
            and not exists (select 1 from status_change c
                where c.member_id = m.id and c.change_set_id = s.id and c.keeps_registration)
        order by m.program_id, m.id limit :most\
        """;

    private final PushEndings pushes;
    private final PushQueue queue;
    private final PushTraces traces;
    private final Webinars webinars;
    private final Registrations registrations;
    private final Attempts attempts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Strays(
            PushEndings pushes,
            PushQueue queue,
            PushTraces traces,
            Webinars webinars,
            Registrations registrations,
            Attempts attempts,
            JdbcClient jdbc,
            Clock clock) {
        this.pushes = pushes;
        this.queue = queue;
        this.traces = traces;
        this.webinars = webinars;
        this.registrations = registrations;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One push or one member. */
    private record Stray(long id, long programId) {}

    void settle() {
        attempts.inTransaction(() -> {
            toNowhere().stream().map(Stray::programId).distinct().forEach(this::drop);
            var unsent = neverSent();
            unsent.stream().map(Stray::programId).distinct().forEach(program -> send(program, of(program, unsent)));
            return unsent.size();
        });
    }

    private List<Stray> toNowhere() {
        return jdbc.sql(TO_NOWHERE)
                .param("now", Timestamp.from(now()))
                .param("most", MOST)
                .query((row, n) -> new Stray(row.getLong("id"), row.getLong("program_id")))
                .list();
    }

    private void drop(long programId) {
        pushes.dropStrays(programId, now());
        traces.tidyAll(programId);
        if (webinars.of(programId).isEmpty()) {
            registrations.acceptAll(programId, now());
        }
    }

    private List<Stray> neverSent() {
        var chosen = jdbc.sql(CHOSEN)
                .param("since", Timestamp.from(now().minus(RECENT)))
                .query(Long.class)
                .list();
        return chosen.isEmpty()
                ? List.of()
                : jdbc.sql(NEVER_SENT)
                        .param("chosen", chosen)
                        .param("most", MOST)
                        .query((row, n) -> new Stray(row.getLong("id"), row.getLong("program_id")))
                        .list();
    }

    private static List<Long> of(long programId, List<Stray> all) {
        return all.stream()
                .filter(one -> one.programId() == programId)
                .map(Stray::id)
                .toList();
    }

    private void send(long programId, List<Long> members) {
        webinars.of(programId).ifPresent(webinar -> {
            registrations.queueThese(members);
            queue.register(webinar.event(), members, now());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
