package rollcall.member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.job.Jobs;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import tools.jackson.databind.json.JsonMapper;

/** Brings people into a program by hand. */
@Component
class Additions {

    private final StatusChanges changes;
    private final AdditionRows rows;
    private final Selections selections;
    private final ChangeSets changeSets;
    private final People people;
    private final Jobs jobs;
    private final BulkAudit audit;
    private final Attempts attempts;
    private final JsonMapper json;

    Additions(
            StatusChanges changes,
            AdditionRows rows,
            Selections selections,
            ChangeSets changeSets,
            People people,
            Jobs jobs,
            BulkAudit audit,
            Attempts attempts,
            JsonMapper json) {
        this.changes = changes;
        this.rows = rows;
        this.selections = selections;
        this.changeSets = changeSets;
        this.people = people;
        this.jobs = jobs;
        this.audit = audit;
        this.attempts = attempts;
        this.json = json;
    }

    /**
     * Makes sure that these people are known and asks for the status for each, in one transaction. What is known of them
     * stays; only blanks are filled.
     *
     * @param newcomers a thousand at most, each address once
     */
    ChangeSet add(StatusRequest request, List<PersonDetails> newcomers) {
        return attempts.inTransaction(() -> {
            var ids = people.bring(newcomers, Known.FILL_BLANKS);
            return join(request, ids.stream().distinct().toList()); // two addresses may lead to one person
        });
    }

    /** Asks for the status for all of them: at once when one transaction takes them all, else as a job. */
    Confirmed add(StatusRequest request, AdditionSource source) {
        var running = jobs.findByRequest(request.programId(), request.requestId());
        if (running.isPresent()) {
            return new Confirmed.Running(running.get());
        }
        var members = selections.ids(source.program(), source.selection(), StatusChanges.MOST + 1);
        return members.size() <= StatusChanges.MOST
                ? new Confirmed.Done(attempts.inTransaction(() -> join(request, rows.behind(members))))
                : new Confirmed.Running(attempts.inTransaction(() -> start(request, source)));
    }

    /** With a request id, so that those who were not brought in are kept for the page that tells the outcome. */
    private ChangeSet join(StatusRequest request, List<Long> ids) {
        var id = Optional.ofNullable(request.requestId())
                .orElseGet(() -> UUID.randomUUID().toString());
        return changes.join(request.once(id), ids.stream().map(Newcomer::of).toList());
    }

    /** Whoever matches only after this is not part of it. */
    private long start(StatusRequest request, AdditionSource source) {
        var order = new AdditionOrder(BulkOrder.of(request));
        var total = selections.count(source.program(), source.selection());
        var job = jobs.start(
                AdditionWorker.KIND,
                request.programId(),
                request.actor(),
                total,
                json.writeValueAsString(order),
                request.requestId());
        selections.freeze(source.program(), source.selection(), job);
        audit.ordered(request, job, total);
        return job;
    }

    /** Whether other members are meant by now than a preview was for; a repeated request never is overtaken. */
    boolean overtaken(StatusRequest request, AdditionSource source, @Nullable Long previewed) {
        return previewed != null
                && selections.count(source.program(), source.selection()) != previewed
                && changeSets.byRequest(request).isEmpty()
                && jobs.findByRequest(request.programId(), request.requestId()).isEmpty();
    }
}
