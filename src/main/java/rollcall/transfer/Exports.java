package rollcall.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Attempts;
import rollcall.job.Job;
import rollcall.job.JobState;
import rollcall.job.Jobs;
import rollcall.member.MemberFilterForm;
import rollcall.member.Members;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.web.NoRoomLeft;

/** The door to files of members that jobs write: asked for, looked at, fetched. */
@Service
class Exports {

    private final PreparedFiles files;
    private final ExportFolder folder;
    private final ExportExpiry expiry;
    private final ExportLimits limits;
    private final ExportAudit audit;
    private final Members members;
    private final Access access;
    private final Jobs jobs;
    private final Attempts attempts;
    private final Clock clock;

    Exports(
            PreparedFiles files,
            ExportFolder folder,
            ExportExpiry expiry,
            ExportLimits limits,
            ExportAudit audit,
            Members members,
            Access access,
            Jobs jobs,
            Attempts attempts,
            Clock clock) {
        this.files = files;
        this.folder = folder;
        this.expiry = expiry;
        this.limits = limits;
        this.audit = audit;
        this.members = members;
        this.access = access;
        this.jobs = jobs;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @param another whether it is one they asked for earlier, which is still being written: then none was begun */
    record Asked(long id, boolean another) {}

    /**
     * Starts a job that writes the list into a file, once: the same request again answers the first one. One at a time for
     * each person and program, and no more than {@link ExportLimits#MOST} lie there; the oldest makes room.
     */
    Asked prepare(
            Program program,
            Actor who,
            MemberFilterForm list,
            Chosen chosen,
            ListFormat format,
            @Nullable UUID requestId) {
        var number = members.count(program, list.filter(program.zoneId()));
        var request = requestId == null ? null : "export-" + requestId;
        return attempts.inTransaction(() -> jobs.findByRequest(program.key(), request)
                .flatMap(files::ofJob)
                .map(same -> new Asked(same.id(), false))
                .or(() -> files.written(program.key(), who).map(other -> new Asked(other.id(), true)))
                .orElseGet(() -> new Asked(start(program, who, list, chosen, format, number, request), false)));
    }

    private long start(
            Program program,
            Actor who,
            MemberFilterForm list,
            Chosen chosen,
            ListFormat format,
            long number,
            @Nullable String request) {
        expiry.makeRoom(program.key(), who);
        var now = clock.instant();
        var language = LocaleContextHolder.getLocale().toLanguageTag();
        var id = files.insert(
                program.key(),
                who,
                list.query(),
                chosen,
                format,
                language,
                now,
                now.plus(limits.kept()),
                newName(format));
        files.writtenBy(id, jobs.start(ExportWorker.KIND, program.key(), who, number, Long.toString(id), request));
        audit.prepared(who, program, list, number, format);
        return id;
    }

    private String newName(ListFormat format) {
        try {
            return folder.newName(format.extension());
        } catch (IOException notStored) {
            throw new NoRoomLeft(notStored);
        }
    }

    /**
     * A file, for whoever asked for it and for those who run its program.
     *
     * @throws NoSuchFile for anybody else
     */
    PreparedFile require(Actor who, Program program, long id) {
        return files.find(id)
                .filter(one -> one.programId() == program.key())
                .filter(one -> one.by().key().equals(who.key()) || access.may(who, program.key(), Act.MANAGE))
                .orElseThrow(NoSuchFile::new);
    }

    /** The job that writes it. */
    Job jobOf(PreparedFile one) {
        return jobs.find(Objects.requireNonNull(one.jobId())).orElseThrow(NoSuchFile::new);
    }

    /** Whether it can be fetched now. */
    boolean ready(PreparedFile one) {
        var name = one.storedName();
        return name != null
                && !one.expired(clock.instant())
                && jobOf(one).state() == JobState.DONE
                && folder.has(name, one.bytes());
    }

    /**
     * Notes that somebody takes the file, before the first of it leaves.
     *
     * @return where it lies
     * @throws NoSuchFile when it is not ready, or not there any more
     */
    @Transactional
    public Path fetch(Actor who, Program program, PreparedFile one) {
        if (!ready(one)) {
            throw new NoSuchFile();
        }
        files.fetched(one.id());
        audit.fetched(who, program, one);
        return folder.path(Objects.requireNonNull(one.storedName()));
    }
}
