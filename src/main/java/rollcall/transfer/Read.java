package rollcall.transfer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonDetails;
import rollcall.program.Status;

/** What one row of a file says, or why it cannot be taken whatever the database holds. */
sealed interface Read {

    CsvRow row();

    /** A row that makes sense; see {@link rollcall.member.Newcomer} for the parts that belong to the membership. */
    record Entry(
            CsvRow row,
            String emailKey,
            PersonDetails details,
            Status to,
            String reason,
            @Nullable Instant since,
            @Nullable String registrantId,
            @Nullable String joinLink,
            Map<String, String> answers)
            implements Read {}

    record Refused(CsvRow row, Refusal refusal) implements Read {}
}
