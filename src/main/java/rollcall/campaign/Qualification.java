package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Who of an audience may come in once more, as a condition over {@code member m}. */
final class Qualification {

    private static final String EARLIER =
            "not exists (select 1 from campaign_entry e where e.member_id = m.id and e.campaign_id = ";

    /** Not what a correction took back, nor a registration that only stood through one. */
    private static final String REGISTERED_SINCE = """
         and not exists (
            select 1 from status_change r
            where r.member_id = m.id and r.to_status = 'REGISTERED' and r.happened_at > e.entered_at
                and r.corrected_by is null and not r.keeps_registration)\
        """;

    private Qualification() {}

    static String of(Campaign campaign, Instant now, Placeholders params) {
        var again = campaign.definition().again();
        return switch (again.often()) {
            case EVERY_TIME -> "1 = 1";
            case ONCE ->
                EARLIER + params.add(campaign.id()) + (Boolean.TRUE.equals(again.afterReturn()) ? REGISTERED_SINCE : "")
                        + ")";
            case DAYS ->
                EARLIER + params.add(campaign.id()) + " and e.entered_at > "
                        + params.add(Timestamp.from(now.minus(Duration.ofDays(again.days())))) + ")";
        };
    }
}
