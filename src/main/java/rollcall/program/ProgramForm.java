package rollcall.program;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A program as somebody types it, word for word, so that all of it comes back with the errors; {@link ProgramDraft} reads
 * it.
 *
 * @param startOffset which of the two instants is meant when the clocks show the start twice, as {@code +02:00}
 * @param version as the typist saw it; empty for a new program
 * @param lowered whether the typist knows that more seats are taken than there will be
 * @param channel the id of the channel that a new program runs in; empty for the built-in one
 */
record ProgramForm(
        String name,
        String description,
        String zone,
        String startDate,
        String startTime,
        String startOffset,
        String endDate,
        String endTime,
        String endOffset,
        String capacity,
        @Nullable Boolean approvalRequired,
        @Nullable Boolean waitlistOn,
        @Nullable Boolean fourEyes,
        String webinarAddress,
        String version,
        @Nullable Boolean lowered,
        String channel) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What the browser does not send is empty, never null. */
    ProgramForm {
        name = given(name);
        description = given(description);
        zone = given(zone);
        startDate = given(startDate);
        startTime = given(startTime);
        startOffset = given(startOffset);
        endDate = given(endDate);
        endTime = given(endTime);
        endOffset = given(endOffset);
        capacity = given(capacity);
        webinarAddress = given(webinarAddress);
        version = given(version);
        channel = given(channel);
        approvalRequired = ticked(approvalRequired);
        waitlistOn = ticked(waitlistOn);
        fourEyes = ticked(fourEyes);
        lowered = ticked(lowered);
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean ticked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    static ProgramForm blank() {
        return new ProgramForm(
                "", "", "", "", "16:00", "", "", "17:00", "", "", false, false, false, "", "", false, "");
    }

    static ProgramForm of(Program program) {
        var zone = program.zoneId();
        return new ProgramForm(
                program.name(),
                program.description(),
                program.zone(),
                date(program.startsAt(), zone),
                time(program.startsAt(), zone),
                offset(program.startsAt(), zone),
                date(program.endsAt(), zone),
                time(program.endsAt(), zone),
                offset(program.endsAt(), zone),
                program.capacity() == null ? "" : program.capacity().toString(),
                program.approvalRequired(),
                program.waitlistOn(),
                program.fourEyes(),
                program.webinarAddress() == null ? "" : program.webinarAddress(),
                String.valueOf(program.version()),
                false,
                String.valueOf(program.channelId()));
    }

    /** The same settings under another name, with the days left open: a clone is for another day. */
    static ProgramForm cloneOf(Program program, String name) {
        var form = of(program);
        return new ProgramForm(
                name,
                form.description,
                form.zone,
                "",
                form.startTime,
                "",
                "",
                form.endTime,
                "",
                form.capacity,
                form.approvalRequired,
                form.waitlistOn,
                form.fourEyes,
                "",
                "",
                false,
                form.channel);
    }

    private static String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(zone));
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String offset(Instant at, ZoneId zone) {
        return zone.getRules().getOffset(at).getId();
    }
}
