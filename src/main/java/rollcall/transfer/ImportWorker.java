package rollcall.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;
import rollcall.member.Newcomer;
import rollcall.member.SeatsSpent;
import rollcall.member.StatusChanges;
import rollcall.person.People;
import rollcall.program.Access.Act;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Imports the rows of a file, a thousand in one transaction. The resume point is the number of the next row. */
@Component
class ImportWorker implements Worker {

    static final String KIND = "import";

    private final ImportReads imports;
    private final ImportRows writes;
    private final RowStore rows;
    private final Readings readings;
    private final Uploads uploads;
    private final Programs programs;
    private final People people;
    private final StatusChanges changes;
    private final Clock clock;

    ImportWorker(
            ImportReads imports,
            ImportRows writes,
            RowStore rows,
            Readings readings,
            Uploads uploads,
            Programs programs,
            People people,
            StatusChanges changes,
            Clock clock) {
        this.imports = imports;
        this.writes = writes;
        this.rows = rows;
        this.readings = readings;
        this.uploads = uploads;
        this.programs = programs;
        this.people = people;
        this.changes = changes;
        this.clock = clock;
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

    /** Reads the file as it goes; rows that were read are written again when their transaction lost a race. */
    private final class Reading implements Run {

        private final OpenRows file = new OpenRows();

        @Override
        public Chunk prepare(Job job) {
            var one = importOf(job);
            var program = programs.get(one.programId());
            var first = job.resumePoint().isEmpty() ? 0 : Long.parseLong(job.resumePoint());
            var rows = file.from(first, () -> readings.rows(one));
            var reads = Readings.next(rows, readings.reader(program, one));
            return held -> settle(held, one, program, first, reads);
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private Progress settle(Job job, MemberImport one, Program program, long first, List<Read> reads) {
        var judged = readings.judge(one, readings.forecast(program, one, job.by(), SeatsSpent.NOTHING))
                .judge(reads, first, rows.duplicates(one.id(), first, reads.size()));
        record(one, write(program, one, job, judged));
        var next = first + reads.size();
        return new Progress(next, Long.toString(next), reads.size() < Readings.CHUNK);
    }

    /** Brings the people in for whom something is to be written, and takes the door's word for what became of them. */
    private List<Judged> write(Program program, MemberImport one, Job job, List<Judged> judged) {
        var writing = judged.stream().filter(row -> row.verdict().writes()).toList();
        var ids = people.bring(
                writing.stream().map(row -> row.entry().details()).toList(),
                one.plan().known());
        var newcomers = new ArrayList<Newcomer>();
        for (int n = 0; n < writing.size(); n++) {
            newcomers.add(Judge.newcomer(writing.get(n).entry(), ids.get(n)));
        }
        var request = readings.request(program, one.plan(), job.by()).partOf(job.id());
        var outcomes = changes.join(request, newcomers).outcomes().iterator();
        return judged.stream()
                .map(row -> row.verdict().writes()
                        ? row.with(Verdict.of(outcomes.next().move(), true))
                        : row)
                .toList();
    }

    private void record(MemberImport one, List<Judged> settled) {
        writes.add(one.id(), Totals.of(settled.stream().map(Judged::verdict).toList()));
        var refused = settled.stream()
                .filter(row -> row.verdict().kind() == Verdict.Kind.REFUSED)
                .toList();
        rows.store(one.id(), RowStore.Stage.DONE, one.plan().mapping(), refused);
    }

    @Override
    public void ended(Job job) {
        var one = importOf(job);
        writes.ended(one.id(), clock.instant(), job.state());
        rows.forget(one.id(), RowStore.Stage.CHECK);
        rows.forgetDuplicates(one.id());
        if (one.storedName() != null) {
            uploads.deleteAfterCommit(one.storedName());
        }
    }

    @Override
    public Act resultAct() {
        return Act.MANAGE;
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/imports/%s".formatted(job.programId(), job.details());
    }

    private MemberImport importOf(Job job) {
        return imports.ofJob(job.id()).orElseThrow();
    }
}
