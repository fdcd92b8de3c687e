package rollcall.provider.csv;

import java.time.Instant;
import rollcall.provider.EventRef;
import rollcall.transfer.TableFile;

/** A report that was uploaded and waits to be brought to the members of a program. */
record ReportFile(long id, long programId, TableFile table, Vendor vendor, ReportPlan plan, Instant uploadedAt) {

    static final String KIND = "csv";

    /** What a refresh calls it. */
    EventRef event() {
        return new EventRef(KIND, Long.toString(id));
    }

    ReportFile understoodBy(ReportPlan other) {
        return new ReportFile(id, programId, table, vendor, other, uploadedAt);
    }

    public String address() {
        return "/programs/%d/refreshes/files/%d".formatted(programId, id);
    }
}
