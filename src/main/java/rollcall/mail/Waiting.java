package rollcall.mail;

import java.time.Instant;

/**
 * A letter that a sender has in hand.
 *
 * @param tries how often it was given to the mail server before
 * @param firstTriedAt the first of those times; now when there is none
 */
record Waiting(LetterText text, int tries, Instant firstTriedAt) {

    long id() {
        return text.id();
    }
}
