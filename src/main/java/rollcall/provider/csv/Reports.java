package rollcall.provider.csv;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.provider.RefreshEnded;
import rollcall.provider.Refreshes;
import rollcall.transfer.CsvRefused;
import rollcall.transfer.TableFile;
import rollcall.transfer.Tables;

/** The door to report files: taken in, understood, brought, forgotten. */
@Service("attendanceReports")
class Reports {

    static final Duration KEPT = Duration.ofHours(24);

    private final ReportFiles files;
    private final ReportRows rows;
    private final Visits visits;
    private final Tables tables;
    private final Refreshes refreshes;
    private final Clock clock;

    Reports(ReportFiles files, ReportRows rows, Visits visits, Tables tables, Refreshes refreshes, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.visits = visits;
        this.tables = tables;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    /** Those that wait to be brought, newest first. */
    List<ReportFile> waiting(Program program) {
        return files.of(program.key()).stream()
                .filter(file -> tables.has(file.table()))
                .toList();
    }

    /** @throws NoSuchReport when the program has none with that id, or the file is gone */
    ReportFile require(Program program, long id) {
        return files.find(id)
                .filter(file -> file.programId() == program.key() && tables.has(file.table()))
                .orElseThrow(NoSuchReport::new);
    }

    /**
     * Takes a file in and proposes how it is understood.
     *
     * @return its id
     * @throws CsvRefused when it cannot be read
     * @throws NoReport when it can, and is no report of who attended; in both cases nothing of it is left behind
     */
    long upload(Program program, Actor by, MultipartFile upload) {
        var table = tables.keep(upload, "attendance.csv", ReportHeadings::known);
        try {
            var headings = tables.headings(table);
            var plan = ReportPlan.proposedFor(headings);
            if (headings.isEmpty() || plan.columns().stream().allMatch(one -> one == Column.LEAVE_OUT)) {
                throw new NoReport();
            }
            readAll(table);
            return files.insert(
                    program.key(),
                    table,
                    Vendor.of(headings),
                    plan,
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (RuntimeException refused) {
            tables.forget(table);
            throw refused;
        }
    }

    /** From beginning to end, so that everything that keeps it from being read is said at once. */
    private void readAll(TableFile table) {
        try (var rows = tables.rows(table)) {
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                if (++count > ReportRows.MOST) {
                    throw new NoReport("csv.too-many-rows");
                }
            }
            if (count == 0) {
                throw new NoReport("csv.no-rows");
            }
        }
    }

    /** A file is no report of who attended; the message says why. */
    static class NoReport extends RuntimeException {

        private final String messageKey;

        NoReport() {
            this("csv.no-headings");
        }

        NoReport(String messageKey) {
            super(messageKey);
            this.messageKey = messageKey;
        }

        String messageKey() {
            return messageKey;
        }
    }

    @Transactional
    void understand(ReportFile file, ReportPlan plan) {
        files.set(file.id(), plan);
    }

    /** Starts bringing it, or answers the refresh that reads it already. */
    @Transactional
    Refreshes.Started bring(
            Program program,
            Actor by,
            ReportFile file,
            boolean preview,
            boolean nobodyCame,
            @Nullable String requestId) {
        var held = files.hold(file.id()).orElseThrow(NoSuchReport::new);
        return refreshes.bring(program, held.event(), by, preview, nobodyCame, requestId);
    }

    @Transactional
    void discard(ReportFile file) {
        files.hold(file.id()).ifPresent(held -> {
            files.delete(held.id());
            tables.forgetAfterCommit(held.table());
        });
    }

    /** What was put down of a file goes when its refresh ends; the file goes as well, once it was brought. */
    @EventListener
    void on(RefreshEnded ended) {
        var refresh = ended.refresh();
        if (refresh.event().kind().equals(ReportFile.KIND)) {
            files.find(Long.parseLong(refresh.event().externalId())).ifPresent(file -> {
                rows.letGo(file.id());
                visits.forget(file.id());
                if (refresh.done() && !refresh.preview() && !refresh.looksEmpty()) {
                    discard(file);
                }
            });
        }
    }

    /** Forgets what nobody came back for within a day. */
    @Transactional
    void sweep() {
        files.before(clock.instant().minus(KEPT)).forEach(this::discard);
    }
}
