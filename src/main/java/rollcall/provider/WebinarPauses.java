package rollcall.provider;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rollcall.member.SendingPauses;

/** Tells the members' pages of a pause that the provider asked for. */
@Component
class WebinarPauses implements SendingPauses {

    private final WebinarRows rows;

    WebinarPauses(WebinarRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Instant> until(long programId) {
        return rows.find(programId).map(Webinar::heldUntil);
    }
}
