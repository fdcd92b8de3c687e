package rollcall.provider.gotowebinar;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventRef;

/**
 * The sessions of a webinar that are past: several when it was a series, or was begun again [G2-OAS].
 *
 * @param attended how many registrants GoTo counts in them all
 * @param lastEnd null when there is none
 */
record Sessions(int count, int attended, @Nullable Instant lastEnd) {

    static Sessions of(GoToApi api, EventRef event) {
        var all = new Sessions(0, 0, null);
        var page = 0;
        Rows rows;
        do {
            rows = Rows.of(api.read(event, "/sessions", Map.of("page", page, "size", Rows.SIZE)), page++);
            for (var row : rows.rows()) {
                all = all.and(row.path("registrantsAttended").asInt(0), Json.instant(row, "endTime"));
            }
        } while (!rows.last());
        return all;
    }

    private Sessions and(int more, @Nullable Instant end) {
        var later = end != null && (lastEnd == null || end.isAfter(Objects.requireNonNull(lastEnd)));
        return new Sessions(count + 1, attended + more, later ? end : lastEnd);
    }
}
