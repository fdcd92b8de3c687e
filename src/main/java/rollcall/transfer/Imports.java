package rollcall.transfer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import rollcall.job.Attempts;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.transfer.CsvRefused.Reason;

/** What can be done with an import, step by step: upload, say how it is read, look at the dry run, confirm. */
@Service
class Imports {

    private static final int PREVIEWED = 10;
    private static final int PAST = 20;

    private final ImportReads reads;
    private final ImportRows writes;
    private final RowStore rows;
    private final Readings readings;
    private final Uploads uploads;
    private final ImportLimits limits;
    private final Access access;
    private final Jobs jobs;
    private final JobRunner runner;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportReads reads,
            ImportRows writes,
            RowStore rows,
            Readings readings,
            Uploads uploads,
            ImportLimits limits,
            Access access,
            Jobs jobs,
            JobRunner runner,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.rows = rows;
        this.readings = readings;
        this.uploads = uploads;
        this.limits = limits;
        this.access = access;
        this.jobs = jobs;
        this.runner = runner;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /** The newest imports of a program, newest first. */
    List<MemberImport> recent(Program program) {
        return reads.recent(program.key(), PAST);
    }

    /** @throws NoSuchImport when the program has none with that id */
    MemberImport require(Program program, long id) {
        return reads.find(program.key(), id).orElseThrow(NoSuchImport::new);
    }

    /**
     * Takes a file in, finds out how it is read and proposes what its columns mean.
     *
     * @return the import's id
     * @throws CsvRefused when the file cannot be read; then nothing of it is left behind
     */
    long upload(Program program, Actor who, MultipartFile upload) {
        var stored = uploads.store(upload);
        try {
            var file = uploads.path(stored);
            var shape = ShapeDetector.detect(file);
            checkRows(file, shape);
            var headings = CsvRows.headings(file, shape);
            var plan = plan(program, who, file, shape, headings);
            return writes.insert(
                    program.key(),
                    who,
                    clock.instant(),
                    Uploads.shownName(upload, "members.csv"),
                    stored,
                    upload.getSize(),
                    shape,
                    plan,
                    headings);
        } catch (RuntimeException refused) {
            uploads.delete(stored);
            throw refused;
        }
    }

    private static boolean blank(List<String> headings) {
        return headings.stream().allMatch(String::isBlank);
    }

    /** Reads the file from beginning to end, so that everything that keeps it from being read is said at once. */
    private void checkRows(Path file, CsvShape shape) {
        try (var all = CsvRows.below(file, shape)) {
            long count = 0;
            while (all.hasNext()) {
                var row = all.next();
                if (++count > limits.mostRows()) {
                    throw CsvRefused.tooManyRows(row.line(), limits.mostRows());
                }
            }
            if (count == 0) {
                throw new CsvRefused(blank(CsvRows.headings(file, shape)) ? Reason.EMPTY : Reason.NO_ROWS, 0);
            }
        }
    }

    private ImportPlan plan(Program program, Actor who, Path file, CsvShape shape, List<String> headings) {
        if (!shape.hasHeader()) {
            return ImportPlan.proposed(Mapping.proposedForRows(firstRows(file, shape)), program.approvalRequired());
        }
        return reads.lastWithHeadings(HeadingsKey.of(headings), program.key(), access.reachOf(who))
                .map(last -> last.plan().takenOverFor(headings, program.approvalRequired()))
                .orElseGet(() -> ImportPlan.proposed(Mapping.proposedFor(headings), program.approvalRequired()));
    }

    /** The headings and the first rows, as the present shape cuts them. */
    ImportPreview preview(MemberImport one) {
        var file = uploads.path(Objects.requireNonNull(one.storedName()));
        var scan = EncodingScan.of(file, one.shape().encoding());
        return ImportPreview.of(
                one.headings(), firstRows(file, one.shape()), one.plan().mapping(), scan.badLines());
    }

    private static List<CsvRow> firstRows(Path file, CsvShape shape) {
        try (var all = CsvRows.below(file, shape)) {
            var first = new ArrayList<CsvRow>();
            while (first.size() < PREVIEWED && all.hasNext()) {
                first.add(all.next());
            }
            return first;
        }
    }

    /**
     * Reads the file in another way; the mapping is proposed anew.
     *
     * @throws CsvRefused when the file cannot be read like that; then it stays as it was
     */
    void reshape(Program program, Actor who, MemberImport one, CsvShape shape) {
        var file = uploads.path(Objects.requireNonNull(one.storedName()));
        checkRows(file, shape);
        var headings = CsvRows.headings(file, shape);
        writes.plan(one.id(), shape, headings, plan(program, who, file, shape, headings));
    }

    /**
     * Stores the plan and starts the dry run, which judges every row by it; nothing is imported yet. A small file is
     * judged at once. Asking again while one runs answers that one.
     *
     * @return the job's id
     */
    long check(Program program, Actor who, MemberImport one, ImportPlan plan) {
        var count = readings.count(one);
        return attempts.inTransaction(() -> {
            var running = reads.lock(program.key(), one.id())
                    .orElseThrow(NoSuchImport::new)
                    .jobId();
            return running != null ? running : check(program, who, one, plan, count);
        });
    }

    private long check(Program program, Actor who, MemberImport one, ImportPlan plan, long count) {
        writes.plan(one.id(), one.shape(), one.headings(), plan);
        rows.forget(one.id(), RowStore.Stage.CHECK);
        rows.forgetDuplicates(one.id());
        var job = jobs.start(CheckWorker.KIND, program.key(), who, count, Long.toString(one.id()), null);
        writes.started(one.id(), job);
        if (count <= Readings.CHUNK) {
            // Inside this transaction, so that nobody else can be quicker.
            runner.run(job);
        }
        return job;
    }

    /** The first rows with that verdict: of the dry run, or of what the import refused. */
    List<ShownRow> rows(MemberImport one, Verdict.Kind kind) {
        var stage = one.stage() == MemberImport.Stage.ENDED ? RowStore.Stage.DONE : RowStore.Stage.CHECK;
        return rows.first(one.id(), stage, kind, DryRun.SHOWN);
    }

    /**
     * Starts the import, once: confirming again answers the same job.
     *
     * @return the job's id
     */
    long confirm(Program program, Actor who, long id) {
        return attempts.inTransaction(() -> {
            var one = reads.lock(program.key(), id).orElseThrow(NoSuchImport::new);
            if (one.jobId() != null && one.stage() != MemberImport.Stage.CHECKING) {
                return one.jobId();
            }
            if (one.stage() != MemberImport.Stage.CHECKED) {
                throw new NotChecked();
            }
            var job = jobs.start(
                    ImportWorker.KIND, program.key(), who, one.expected().rows(), Long.toString(id), "import-" + id);
            writes.started(id, job);
            events.publishEvent(new AuditApplicationEvent(
                    who.key(),
                    "IMPORT",
                    Map.of(
                            "program",
                            program.key(),
                            "job",
                            job,
                            "rows",
                            one.expected().rows())));
            return job;
        });
    }

    /** Forgets an import that nobody confirmed, with its file. */
    @Transactional
    void discard(Program program, long id) {
        var one = reads.lock(program.key(), id).orElseThrow(NoSuchImport::new);
        if (one.jobId() == null) {
            writes.delete(id);
            if (one.storedName() != null) {
                uploads.deleteAfterCommit(one.storedName());
            }
        }
    }
}
