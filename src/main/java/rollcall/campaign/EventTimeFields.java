package rollcall.campaign;

import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;

/** Between a time before or after the event and the fields of a form. */
final class EventTimeFields {

    /** As many as fit a year of hours. */
    static final int MOST = 9_999;

    private EventTimeFields() {}

    static Fields of(String kind, EventTime time) {
        return Fields.of(kind)
                .with("amount", time.amount())
                .with("unit", time.unit().name())
                .with("side", time.side().name())
                .with("point", time.point().name());
    }

    static EventTime read(Input input) {
        return new EventTime(
                input.one("point", Point.values()),
                input.one("side", Side.values()),
                input.number("amount", 0, MOST),
                input.one("unit", Unit.values()));
    }
}
