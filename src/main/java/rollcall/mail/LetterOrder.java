package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * What is written to several members at once.
 *
 * @param templateId what it says; its version of this moment is kept, whoever edits it later
 * @param priority lower goes first
 * @param campaignId who asks for it; null for nobody but a person
 * @param step the step of that campaign, from 0
 */
public record LetterOrder(
        long programId,
        long templateId,
        int priority,
        @Nullable Long campaignId,
        @Nullable Integer step) {

    /** Ahead of everything that goes to many. */
    public static final int FIRST = 10;

    public static final int BULK = 50;
}
