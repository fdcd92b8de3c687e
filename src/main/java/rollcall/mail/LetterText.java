package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a letter's row says of what the letter says, and to whom.
 *
 * @param accountKey the colleague it goes to, {@code account:12}; null when it goes to a person
 * @param templateId null when {@code subject} and {@code body} say it all
 * @param subject and {@code body}: plain text of a letter without a template; null when a template says it
 */
record LetterText(
        long id,
        @Nullable Long programId,
        @Nullable Long memberId,
        @Nullable Long personId,
        @Nullable String accountKey,
        @Nullable Long templateId,
        @Nullable Integer templateVersion,
        @Nullable String subject,
        @Nullable String body,
        Purpose purpose) {}
