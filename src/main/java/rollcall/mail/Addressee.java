package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * One member who is written to.
 *
 * @param entryId what asks for it within the campaign: one entry and step come to one letter, however often it is asked
 *     for. Null for no such guard
 */
public record Addressee(
        long memberId, long personId, @Nullable Long entryId) {}
