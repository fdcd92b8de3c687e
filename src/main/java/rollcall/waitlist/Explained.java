package rollcall.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Explanations;
import rollcall.member.MemberLine;
import rollcall.member.Seating;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.web.Times;

/** Answers why somebody who waits was not promoted, from what is stored. */
@Component
class Explained implements Explanations {

    /** How many seats went to whom since they wait, by the way that led there; in and out again counts for both. */
    private static final String TAKEN = """
        select s.cause, count(*) as n
        from change_set s
        join status_change c on c.change_set_id = s.id
        left join status f on f.channel_id = :channel and f.status_key = c.from_status
        join status t on t.channel_id = :channel and t.status_key = c.to_status
        where s.program_id = :program and s.id > :number and t.holds_seat and not coalesce(f.holds_seat, false)
        group by s.cause order by s.cause\
        """;

    private static final String FREED = """
        select count(*)
        from change_set s
        join status_change c on c.change_set_id = s.id
        join status f on f.channel_id = :channel and f.status_key = c.from_status
        join status t on t.channel_id = :channel and t.status_key = c.to_status
        where s.program_id = :program and s.id > :number and f.holds_seat and not t.holds_seat\
        """;

    private static final String OFFERED_BEFORE = """
        select count(*) from member m
        where m.program_id = :program and m.offer_until is not null and m.id <> :member
            and (m.waitlist_priority > :priority or m.waitlist_priority = :priority and m.waitlist_number <= :number)\
        """;

    private final JdbcClient jdbc;
    private final WaitingRows rows;
    private final SettingRows settings;
    private final Seating seating;
    private final Times times;
    private final Clock clock;

    Explained(JdbcClient jdbc, WaitingRows rows, SettingRows settings, Seating seating, Times times, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.settings = settings;
        this.seating = seating;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Optional<Explanation> of(Program program, MemberLine member) {
        return member.status().is(StatusCode.WAITLISTED)
                ? rows.one(program.key(), member.id())
                        .map(one -> new Explanation(
                                "waitlist.why",
                                facts(program, one),
                                "/programs/%d/waitlist/%d".formatted(program.key(), member.id())))
                : Optional.empty();
    }

    List<Fact> facts(Program program, Waiting one) {
        var facts = new ArrayList<Fact>();
        seating.placeOf(program.key(), one.memberId())
                .ifPresent(place -> facts.add(Fact.of("waitlist.why.place", place)));
        var setting = settings.of(program.key());
        setting.rest(program, clock.instant())
                .ifPresentOrElse(
                        rest -> facts.add(Fact.of("waitlist.why." + rest)), () -> resting(setting, one, facts));
        facts.add(Fact.of("waitlist.why.free", seating.look(program.key()).free()));
        counted(program, one, facts);
        own(one, facts);
        return facts;
    }

    /** Whoever declined an offer or did not answer it is not asked again for a while, also where seats are free. */
    private void resting(WaitlistSetting setting, Waiting one, List<Fact> facts) {
        if (setting.mode() == Mode.OFFER) {
            jdbc.sql("""
                select state, settled_at from waitlist_offer
                where member_id = :member and state in ('DECLINED', 'EXPIRED', 'WITHDRAWN')
                order by settled_at desc, id desc limit 1\
                """)
                    .param("member", one.memberId())
                    .query((row, n) -> rest(row.getString("state"), OfferRows.instant(row, "settled_at")))
                    .list()
                    .forEach(facts::addAll);
        }
    }

    private List<Fact> rest(String state, @Nullable Instant settled) {
        var left = settled == null ? Duration.ZERO : Duration.between(clock.instant(), settled.plus(Promotions.REST));
        return left.isPositive() ? List.of(Fact.of("waitlist.why.rests." + state, left.toHours() + 1)) : List.of();
    }

    private void counted(Program program, Waiting one, List<Fact> facts) {
        long before = since(OFFERED_BEFORE, program, one)
                .param("member", one.memberId())
                .param("priority", one.priority())
                .query(Long.class)
                .single();
        if (before > 0) {
            facts.add(Fact.of("waitlist.why.offered", before));
        }
        joined(program, one).ifPresent(at -> facts.add(Fact.of("waitlist.why.counted", at)));
        long freed = since(FREED, program, one)
                .param("channel", program.channelId())
                .query(Long.class)
                .single();
        facts.add(Fact.of("waitlist.why.freed", freed));
        since(TAKEN, program, one).param("channel", program.channelId()).query(row -> {
            facts.add(Fact.of("waitlist.why.taken." + row.getString("cause"), row.getLong("n")));
        });
    }

    /** When they came onto the waitlist or were last put to its end: what happened on it is counted from there. */
    private Optional<String> joined(Program program, Waiting one) {
        return jdbc.sql("select made_at from change_set where id = :number and program_id = :program")
                .param("number", one.number())
                .param("program", program.key())
                .query((row, n) -> Objects.requireNonNull(OfferRows.instant(row, "made_at")))
                .optional()
                .map(at -> times.dateTime(at, program.zone()));
    }

    private JdbcClient.StatementSpec since(String sql, Program program, Waiting one) {
        return jdbc.sql(sql).param("program", program.key()).param("number", one.number());
    }

    /** The offers that they had themselves, and what became of them. */
    private void own(Waiting one, List<Fact> facts) {
        jdbc.sql("""
            select state, count(*) as n from waitlist_offer where member_id = :member and state <> 'ACCEPTED'
            group by state order by state\
            """).param("member", one.memberId()).query(row -> {
            facts.add(Fact.of("waitlist.why.own." + row.getString("state"), row.getLong("n")));
        });
    }
}
