package rollcall.transfer;

import java.time.Clock;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.JobState;
import rollcall.job.Progress;
import rollcall.job.Worker;
import rollcall.member.SeatsSpent;
import rollcall.program.Access.Act;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * Makes the dry run of an import: first it notes the addresses that stand twice, then it judges the rows, some thousands
 * at once. All reading comes before a chunk's transaction, which only stores what was found: on H2 everybody else who
 * writes, such as a session, waits for it. What it says is not written yet, so the seats that it has promised are carried
 * on from chunk to chunk.
 */
@Component
class CheckWorker implements Worker {

    static final String KIND = "check";

    private static final int THOUSANDS = 5;

    private final ImportReads imports;
    private final ImportRows writes;
    private final RowStore rows;
    private final Readings readings;
    private final Programs programs;
    private final Clock clock;

    CheckWorker(
            ImportReads imports, ImportRows writes, RowStore rows, Readings readings, Programs programs, Clock clock) {
        this.imports = imports;
        this.writes = writes;
        this.rows = rows;
        this.readings = readings;
        this.programs = programs;
        this.clock = clock;
    }

    /** Where the next chunk begins, and which seats the rows above it would take. */
    private record Point(long row, SeatsSpent spent) {

        static final Point START = new Point(0, SeatsSpent.NOTHING);

        static Point of(String stored) {
            var words = stored.split(" ");
            return new Point(
                    Long.parseLong(words[0]), new SeatsSpent(Integer.parseInt(words[1]), Long.parseLong(words[2])));
        }

        String stored() {
            return row + " " + spent.seats() + " " + spent.waiting();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress chunk(Job job) {
        try (var run = run()) {
            return run.prepare(job).of(job);
        }
    }

    @Override
    public Run run() {
        return new Reading();
    }

    /** Reads the file as it goes. */
    private final class Reading implements Run {

        private final OpenRows file = new OpenRows();

        @Override
        public Chunk prepare(Job job) {
            return look(job, file);
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private Chunk look(Job job, OpenRows file) {
        var one = imports.ofJob(job.id()).orElseThrow();
        var program = programs.get(one.programId());
        return job.resumePoint().isEmpty()
                ? duplicates(program, one)
                : judged(program, one, job, Point.of(job.resumePoint()), file);
    }

    private Chunk duplicates(Program program, MemberImport one) {
        var found = DryRun.duplicates(() -> readings.rows(one), readings.reader(program, one));
        return held -> {
            rows.storeDuplicates(one.id(), found);
            return new Progress(0, Point.START.stored(), false);
        };
    }

    private Chunk judged(Program program, MemberImport one, Job job, Point from, OpenRows file) {
        var forecast = readings.forecast(program, one, job.by(), from.spent());
        var judge = readings.judge(one, forecast);
        var duplicates = rows.duplicates(one.id(), from.row(), (long) THOUSANDS * Readings.CHUNK);
        var next = file.from(from.row(), () -> readings.rows(one));
        var run = new DryRun(readings.reader(program, one), judge, duplicates, one.expected());
        run.over(next, THOUSANDS);
        var to = new Point(next.passed(), from.spent().plus(forecast.spent()));
        var last = !next.hasNext();
        return held -> {
            rows.store(one.id(), RowStore.Stage.CHECK, one.plan().mapping(), run.shown());
            writes.expect(one.id(), run.totals());
            return new Progress(to.row(), to.stored(), last);
        };
    }

    @Override
    public void ended(Job job) {
        var id = importOf(job);
        if (job.state() == JobState.DONE) {
            writes.checked(id, clock.instant());
        } else {
            writes.unchecked(id);
        }
    }

    @Override
    public Act resultAct() {
        return Act.MANAGE;
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/imports/%d".formatted(job.programId(), importOf(job));
    }

    private static long importOf(Job job) {
        return Long.parseLong(job.details());
    }
}
