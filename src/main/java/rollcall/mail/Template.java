package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in one or more languages.
 *
 * @param programId null for one that all programs share
 * @param recipe the recipe it came with, such as {@code CONFIRMATION}; null for one that somebody made
 * @param version counts its savings
 * @param withCalendar whether the event goes along for the recipient's calendar
 */
public record Template(
        long id,
        @Nullable Long programId,
        @Nullable String recipe,
        String name,
        Purpose purpose,
        String defaultLanguage,
        boolean withCalendar,
        int version) {}
