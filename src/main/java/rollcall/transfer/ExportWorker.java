package rollcall.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.JobFailed;
import rollcall.job.JobState;
import rollcall.job.Progress;
import rollcall.job.Worker;
import rollcall.member.MemberFilterForm;
import rollcall.member.Members;
import rollcall.program.Access.Act;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * Writes a list of members into a file, a chunk at a time. First it notes who matches, so that nobody is missed or
 * stands twice however long it takes. The resume point says how far whose file is good: what a killed node wrote beyond it
 * is left behind.
 */
@Component
class ExportWorker implements Worker {

    static final String KIND = "export";

    private final PreparedFiles files;
    private final ExportFolder folder;
    private final MemberExport export;
    private final ExportLimits limits;
    private final Members members;
    private final Programs programs;
    private final Clock clock;

    ExportWorker(
            PreparedFiles files,
            ExportFolder folder,
            MemberExport export,
            ExportLimits limits,
            Members members,
            Programs programs,
            Clock clock) {
        this.files = files;
        this.folder = folder;
        this.export = export;
        this.limits = limits;
        this.members = members;
        this.programs = programs;
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
        return new Writing();
    }

    /** Everything but noting how far it came happens before the transaction: reading and writing files takes its time. */
    private final class Writing implements Run {

        private final GrowingFile growing = new GrowingFile(folder, export);

        @Override
        public Chunk prepare(Job job) {
            var one = fileOf(job);
            if (one.expired(clock.instant())) {
                throw new JobFailed("transfer.prepared.withdrawn");
            }
            try {
                return in(one.language(), () -> job.resumePoint().isEmpty() ? begin(one) : goOn(one, job));
            } catch (UncheckedIOException notStored) {
                throw new JobFailed("transfer.prepared.not-written");
            }
        }

        private Chunk begin(PreparedFile one) {
            var number = freeze(programs.get(one.programId()), one, MemberFilterForm.parse(one.filter()));
            return held -> new Progress(0, growing.start().stored(), false, number);
        }

        private long freeze(Program program, PreparedFile one, MemberFilterForm list) {
            try {
                return growing.ids(one)
                        .write(ids -> members.eachId(program, list.filter(program.zoneId()), list.sort(), ids));
            } catch (IOException notStored) {
                throw new UncheckedIOException(notStored);
            }
        }

        private Chunk goOn(PreparedFile one, Job job) {
            var from = GrowingFile.Point.of(job.resumePoint());
            var to = growing.write(programs.get(one.programId()), one, from, limits.chunk());
            return held -> note(one, job, to);
        }

        private Progress note(PreparedFile one, Job job, GrowingFile.Point to) {
            var finished = to.row() >= job.total();
            if (finished) {
                finish(one, to);
            }
            return new Progress(to.row(), to.stored(), finished);
        }

        private void finish(PreparedFile one, GrowingFile.Point to) {
            try {
                growing.finish(one);
            } catch (IOException notStored) {
                throw new JobFailed("transfer.prepared.not-written");
            }
            files.ready(one.id(), to.written(), to.bytes(), clock.instant().plus(limits.kept()));
        }

        @Override
        public void close() {
            growing.close();
        }
    }

    /** Nobody's request is being answered, so nobody's language is known by itself. */
    private static <T> T in(String language, Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    @Override
    public void ended(Job job) {
        var one = fileOf(job);
        var name = one.storedName();
        if (name != null && job.state() == JobState.DONE) {
            folder.deletePartsAfterCommit(name);
        } else if (name != null) {
            files.gone(one.id());
            folder.deleteWholeAfterCommit(name);
        }
    }

    @Override
    public Act resultAct() {
        return Act.MANAGE;
    }

    @Override
    public boolean starterSeesResult() {
        return true;
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/exports/%s".formatted(job.programId(), job.details());
    }

    private PreparedFile fileOf(Job job) {
        return files.find(Long.parseLong(job.details())).orElseThrow();
    }
}
