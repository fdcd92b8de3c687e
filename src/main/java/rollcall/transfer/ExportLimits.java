package rollcall.transfer;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What bounds files of members.
 *
 * @param atOnce up to how many members a file is handed out while it is written; a longer list is prepared by a job
 * @param chunk how many members a job writes at a time
 * @param kept how long a prepared file can be fetched
 */
@Component
record ExportLimits(
        @Value("${rollcall.export.at-once:100000}") long atOnce,
        @Value("${rollcall.export.chunk:5000}") int chunk,
        @Value("${rollcall.export.kept:PT24H}") Duration kept) {

    /** How many prepared files of a program lie there for one person. */
    static final int MOST = 5;

    boolean atOnce(long members) {
        return members <= atOnce;
    }
}
