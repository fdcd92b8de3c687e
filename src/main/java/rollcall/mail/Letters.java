package rollcall.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/**
 * The door to letters. What is written here is a row, in the caller's transaction; it goes out afterwards, by whichever
 * node is free. Every method takes part in the caller's transaction.
 */
@Service
public class Letters {

    static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_BODY = 4_000;

    private final LetterRows rows;
    private final LetterCancels cancels;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Letters(LetterRows rows, LetterCancels cancels, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.cancels = cancels;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes one letter to each of them. Who is on the suppression list gets theirs all the same: it is settled as
     * suppressed when its turn comes, so that nobody vanishes from the results.
     *
     * @param to a thousand at most
     * @return how many were written; those written before for the same entry and step are not written again
     * @throws org.springframework.dao.DuplicateKeyException when another transaction writes for the same entry at the
     *     same instant; repeating the whole helps
     */
    @Transactional
    public int write(LetterOrder order, List<Addressee> to) {
        var fresh = notWritten(order, to);
        if (fresh.isEmpty()) {
            return 0;
        }
        var written = rows.insert(order, fresh, clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new LettersQueued());
        return written;
    }

    private Collection<Addressee> notWritten(LetterOrder order, List<Addressee> to) {
        var step = order.step();
        var entries =
                to.stream().map(Addressee::entryId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (step == null || entries.isEmpty()) {
            return to;
        }
        var there = rows.written(step, entries);
        var once = new LinkedHashMap<Object, Addressee>();
        to.stream()
                .filter(one -> !there.contains(one.entryId()))
                .forEach(one -> once.putIfAbsent(one.entryId() == null ? one : one.entryId(), one));
        return once.values();
    }

    /**
     * Writes to people who work here, each once.
     *
     * @param campaignId who asks for it; also the one that is stopped to take it back
     * @param subject and {@code body}: plain text that may hold what members typed; cut where they are too long
     */
    @Transactional
    public void tell(long programId, long campaignId, Collection<Actor> colleagues, String subject, String body) {
        if (colleagues.isEmpty()) {
            return;
        }
        rows.insert(
                programId,
                campaignId,
                Set.copyOf(colleagues),
                Cut.to(subject, LONGEST_SUBJECT),
                Cut.to(body, LONGEST_BODY),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new LettersQueued());
    }

    /** Takes back what that campaign has written and is not sent; how many letters that is. */
    @Transactional
    public int cancelOf(long campaignId) {
        return cancels.ofCampaign(campaignId);
    }

    /** How many letters each state has, of what that campaign wrote in that step; states without any are left out. */
    public Map<LetterState, Long> counts(long campaignId, int step) {
        return rows.counts(campaignId, step);
    }

    /**
     * How many of these members would get no letter of that purpose, and why: unsubscribed, blocked, bounced.
     *
     * @param memberIds a thousand at most
     */
    public Map<Suppressed, Long> suppressed(Collection<Long> memberIds, Purpose purpose) {
        return memberIds.isEmpty() ? Map.of() : rows.suppressed(memberIds, purpose.suppressedBy());
    }

    /**
     * How many of these members have no way into the webinar as they stand, so that a mail that leads there is not sent.
     *
     * @param memberIds a thousand at most
     */
    public long withoutWayIn(Collection<Long> memberIds) {
        return memberIds.isEmpty() ? 0 : rows.withoutWayIn(memberIds);
    }
}
