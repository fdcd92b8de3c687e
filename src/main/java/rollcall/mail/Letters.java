package rollcall.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import rollcall.program.Actor;

/**
 * The door to letters. What is written here is a row, in the caller's transaction; it goes out afterwards, by whichever
 * node is free. Every method takes part in the caller's transaction.
 */
public interface Letters {

    /**
     * Writes one letter to each of them. Who is on the suppression list gets theirs all the same: it is settled as
     * suppressed when its turn comes, so that nobody vanishes from the results.
     *
     * @param to a thousand at most
     * @return how many were written; those written before for the same entry and step are not written again
     */
    int write(LetterOrder order, List<Addressee> to);

    /**
     * Writes to people who work here, each once.
     *
     * @param campaignId who asks for it; also the one that is stopped to take it back
     * @param subject and {@code body}: plain text that may hold what members typed
     */
    void tell(long programId, long campaignId, Collection<Actor> colleagues, String subject, String body);

    /** Takes back what that campaign has written and is not sent; how many letters that is. */
    int cancelOf(long campaignId);

    /** How many letters each state has, of what that campaign wrote in that step. */
    Map<LetterState, Long> counts(long campaignId, int step);

    /**
     * How many of these members would get no letter of that purpose, and why: unsubscribed, blocked, bounced.
     *
     * @param memberIds a thousand at most
     */
    Map<Suppressed, Long> suppressed(Collection<Long> memberIds, Purpose purpose);
}
