package rollcall.member;

import java.util.Optional;

/** Where members get a webinar for their calendar. The room that hands it out declares a bean of this type. */
public interface OwnCalendar {

    /** The path of the member's own entry, from the root; nothing for whoever gets none. */
    Optional<String> pathOf(long memberId);
}
