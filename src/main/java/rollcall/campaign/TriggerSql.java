package rollcall.campaign;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rollcall.campaign.Trigger.StatusChanged;
import rollcall.member.ReasonWords;

/**
 * Whom a feed row brings into a campaign: the rows of {@code member m} that it is about, as the beginning of a statement up
 * to its condition. Of a change set, {@code status_change c} leads to the status that counts in the end; {@code o} is the
 * way out that a correction passes through on the way there.
 */
final class TriggerSql {

    private static final String CHANGED = """
        from status_change c
        join change_set s on s.id = c.change_set_id
        join member m on m.id = c.member_id
        left join status_change o on o.member_id = c.member_id and o.seq = c.seq - 1 and o.change_set_id = c.change_set_id
        where c.corrected_by is null and c.change_set_id =\
        """;

    private static final String NAMED =
            "from campaign_feed_member f join member m on m.id = f.member_id where f.feed_id = ";

    private final Placeholders params;
    private final ConditionSql conditions;

    TriggerSql(ZoneId zone, Placeholders params, ReasonWords reasons) {
        this.params = params;
        this.conditions = new ConditionSql(zone, params, reasons);
    }

    /** Nothing when no trigger of the campaign hears of it. */
    Optional<String> of(Definition definition, FeedItem item) {
        return switch (item.kind()) {
            case STATUSES_CHANGED -> changed(definition, item);
            case ACCEPTED -> named(definition, item, Trigger.RegistrationAccepted.class);
            case FORM_FILLED_OUT -> named(definition, item, Trigger.FormFilledOut.class);
            case FORM_FILLED_OUT_AGAIN -> named(definition, item, Trigger.FormFilledOutAgain.class);
            case ATTENDANCE_ARRIVED -> named(definition, item, Trigger.AttendanceArrived.class);
            case REQUESTED -> named(definition, item, Trigger.Requested.class);
            case SEATS_OFFERED -> named(definition, item, Trigger.SeatOffered.class);
            case SEATS_FREED -> waiting(definition, item);
            case TIMES_CHANGED -> Optional.empty();
        };
    }

    private static boolean has(Definition definition, Class<? extends Trigger> kind) {
        return definition.triggers().stream().anyMatch(kind::isInstance);
    }

    private Optional<String> named(Definition definition, FeedItem item, Class<? extends Trigger> kind) {
        return has(definition, kind) ? Optional.of(NAMED + params.add(item.id())) : Optional.empty();
    }

    private Optional<String> waiting(Definition definition, FeedItem item) {
        return has(definition, Trigger.SeatCameFree.class)
                ? Optional.of("from member m where m.status = 'WAITLISTED' and m.program_id = "
                        + params.add(item.programId()))
                : Optional.empty();
    }

    private Optional<String> changed(Definition definition, FeedItem item) {
        var fits = new ArrayList<String>();
        for (var trigger : definition.triggers()) {
            switch (trigger) {
                case StatusChanged changed -> fits.add(fits(changed));
                case Trigger.PersonAdded added -> fits.add("c.seq = 1");
                case Trigger.RegistrationFailed failed -> fits.add("c.to_status = 'REGISTRATION_ERROR'");
                case Trigger.RegistrationAccepted accepted -> {
                    if (item.accepted()) {
                        fits.add("(c.to_status = 'REGISTERED' and not c.keeps_registration and m.delivery ="
                                + " 'ACCEPTED')");
                    }
                }
                case Trigger.FormFilledOut none -> {}
                case Trigger.FormFilledOutAgain none -> {}
                case Trigger.AttendanceArrived none -> {}
                case Trigger.SeatCameFree none -> {}
                case Trigger.SeatOffered none -> {}
                case Trigger.Around none -> {}
                case Trigger.Requested none -> {}
            }
        }
        return fits.isEmpty() || item.changeSetId() == null
                ? Optional.empty()
                : Optional.of(CHANGED + " " + params.add(item.changeSetId()) + " and " + ConditionSql.any(fits));
    }

    private String fits(StatusChanged changed) {
        var all = new ArrayList<String>();
        if (!changed.from().isEmpty()) {
            all.add(conditions.oneOf("coalesce(o.from_status, c.from_status)", changed.from()));
        }
        if (!changed.to().isEmpty()) {
            all.add(conditions.oneOf("c.to_status", changed.to()));
        }
        if (!changed.causes().isEmpty()) {
            all.add(conditions.oneOf("s.cause", ConditionSql.names(changed.causes())));
        }
        if (!changed.reason().isBlank()) {
            all.add(conditions.reason("c.reason", changed.reason()));
        }
        return ConditionSql.all(all);
    }

    /** Whether that campaign may have something to hear of it, before anything is locked. */
    static boolean hears(Definition definition, FeedItem item, ReasonWords reasons) {
        return new TriggerSql(ZoneOffset.UTC, new Placeholders(), reasons)
                .of(definition, item)
                .isPresent();
    }

    /** Those who wait first, in their order; then by membership date: the order in which seats are given away. */
    static final List<String> BY_TURN = List.of(
            "case when m.status = 'WAITLISTED' then 0 else 1 end",
            "m.waitlist_priority desc",
            "m.waitlist_number",
            "m.joined_at",
            "m.id");
}
