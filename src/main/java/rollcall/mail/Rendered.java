package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * What somebody reads.
 *
 * @param calendar the event as iCalendar, null for none
 * @param method what the calendar is to do with it, {@code PUBLISH}, {@code REQUEST} or {@code CANCEL}; empty without one
 */
record Rendered(
        String subject, String html, String text, @Nullable String calendar, String method) {}
