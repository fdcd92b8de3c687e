package rollcall.waitlist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.OfferLinks;
import rollcall.member.OfferLinks.Holder;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Sets waitlists up, lets the worker run as the scheduler would, and reads what came of it. */
@Component
public class WaitlistFixture {

    private final WaitlistDeeds deeds;
    private final Promotions promotions;
    private final OfferAnswers answers;
    private final OfferLinks links;
    private final JdbcClient jdbc;

    WaitlistFixture(
            WaitlistDeeds deeds, Promotions promotions, OfferAnswers answers, OfferLinks links, JdbcClient jdbc) {
        this.deeds = deeds;
        this.promotions = promotions;
        this.answers = answers;
        this.links = links;
        this.jdbc = jdbc;
    }

    void set(Program program, Mode mode) {
        set(program, new WaitlistSetting(mode, 24 * 60, WorkingHours.ALWAYS, null, null, false));
    }

    void set(Program program, WaitlistSetting setting) {
        deeds.store(Actor.SYSTEM, program, setting);
    }

    /** Offers, and no promotion by itself. */
    public void offers(Program program) {
        set(program, Mode.OFFER);
    }

    /** Each free seat goes to the next at once. */
    public void automatic(Program program) {
        set(program, Mode.AUTOMATIC);
    }

    public void manual(Program program) {
        set(program, Mode.MANUAL);
    }

    /** No more than so many may wait; what is free is handed on by hand. */
    public void most(Program program, int most) {
        set(program, new WaitlistSetting(Mode.MANUAL, 24 * 60, WorkingHours.ALWAYS, null, most, false));
    }

    /** Until nothing more is to be done. */
    public void run(Program program) {
        while (promotions.run(program.key())) {
            // the next thousand
        }
    }

    /** The states of the member's offers, the oldest first. */
    List<String> offersOf(long memberId) {
        return jdbc.sql("select state from waitlist_offer where member_id = :member order by id")
                .param("member", memberId)
                .query(String.class)
                .list();
    }

    public @Nullable Instant offerUntil(long memberId) {
        return jdbc.sql("select offer_until from member where id = :member")
                .param("member", memberId)
                .query((row, n) -> java.util.Optional.ofNullable(OfferRows.instant(row, "offer_until")))
                .single()
                .orElse(null);
    }

    /** Whoever follows the link of the member's open offer. */
    Holder holder(long memberId) {
        return links.holder(links.of(memberId).substring("/o/".length())).orElseThrow();
    }

    public void accept(long memberId) {
        answers.accept(holder(memberId));
    }

    public void decline(long memberId, boolean stays) {
        answers.decline(holder(memberId), stays);
    }

    /** Those in that status, in the order in which they came. */
    public List<Long> at(Program program, String status) {
        return jdbc.sql("select id from member where program_id = :program and status = :status order by id")
                .param("program", program.key())
                .param("status", status)
                .query(Long.class)
                .list();
    }

    /** As it stands after somebody edited it. */
    void capacity(Program program, int seats) {
        jdbc.sql("update program set capacity = :seats where id = :program")
                .param("seats", seats)
                .param("program", program.key())
                .update();
    }

    /** In the order of their turns. */
    public List<Long> waiting(Program program) {
        return jdbc.sql("""
            select id from member where program_id = :program and status = 'WAITLISTED'
            order by waitlist_priority desc, waitlist_number, id\
            """).param("program", program.key()).query(Long.class).list();
    }
}
