package rollcall.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.ColleagueLeft;
import rollcall.program.NotAllowed;
import rollcall.program.Program;

/**
 * The door to saved views. A view is its owner's, who alone sees and changes it, or shared: then everybody who may see the
 * program sees it, and who manages the program changes it. Whoever asks holds the program, and so may see it.
 */
@Service
class SavedViews {

    /** How many one person may keep in one program. Two requests at the same moment may pass it by one. */
    static final int MOST = 50;

    private static final String SHARED = "VIEW_SHARED";
    private static final String CHANGED = "VIEW_CHANGED";
    private static final String WITHDRAWN = "VIEW_WITHDRAWN";
    private static final String REMOVED = "VIEW_REMOVED";

    private final SavedViewRows rows;
    private final Access access;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    SavedViews(SavedViewRows rows, Access access, Attempts attempts, ApplicationEventPublisher events) {
        this.rows = rows;
        this.access = access;
        this.attempts = attempts;
        this.events = events;
    }

    /** Those that somebody sees, their own first, each by name. */
    List<SavedView> shownTo(Actor who, Program program) {
        return rows.shownTo(who, program);
    }

    Optional<SavedView> find(Actor who, Program program, long id) {
        return rows.find(program, id).filter(view -> view.shownTo(who));
    }

    /** @throws NoSuchView when there is none, or it is somebody else's own */
    SavedView require(Actor who, Program program, long id) {
        return find(who, program, id).orElseThrow(NoSuchView::new);
    }

    /**
     * As {@link #require}, for somebody who may change it.
     *
     * @throws NotAllowed when it is shared and the asker does not manage the program
     */
    SavedView requireToChange(Actor who, Program program, long id) {
        var view = require(who, program, id);
        if (!mayChange(who, view)) {
            throw new NotAllowed();
        }
        return view;
    }

    boolean mayChange(Actor who, SavedView view) {
        return view.shared() ? mayShare(who, view.programId()) : view.isOf(who);
    }

    private boolean mayShare(Actor who, long programId) {
        return access.may(who, programId, Act.MANAGE);
    }

    /**
     * Saves a new view. The same request id again answers what the first time came to.
     *
     * @throws NotAllowed when it is to be shared and the asker does not manage the program
     */
    Stored create(
            Actor who,
            Program program,
            String name,
            boolean shared,
            MemberFilterForm filter,
            @Nullable ColumnChoice columns,
            @Nullable String requestId) {
        if (shared && !mayShare(who, program.key())) {
            throw new NotAllowed();
        }
        return attempts.inTransaction(() -> {
            var before = rows.byRequest(who, program, requestId);
            if (before.isPresent()) {
                return new Stored.Done(before.get());
            }
            if (rows.taken(program, who.key(), name, 0)) {
                return new Stored.NameTaken();
            }
            if (rows.countOf(who, program) >= MOST) {
                return new Stored.TooMany();
            }
            var view = require(who, program, rows.insert(who, program, name, shared, filter, columns, requestId));
            if (shared) {
                note(who, SHARED, view);
            }
            return new Stored.Done(view);
        });
    }

    /**
     * Gives a view another name, shares it, or takes it back from the others: to whoever saved it, or, when they are gone,
     * to the asker.
     *
     * @param version as the asker saw it
     * @throws NotAllowed when the asker may not change it, or it is to be shared and they do not manage the program
     */
    Stored change(Actor who, Program program, long id, int version, String name, boolean shared) {
        if (shared && !mayShare(who, program.key())) {
            throw new NotAllowed();
        }
        return attempts.inTransaction(() -> {
            var view = requireToChange(who, program, id);
            var owned = shared || view.ownerKey() != null ? view : view.ownedBy(who);
            return rows.taken(program, owned.ownerKey(), name, id)
                    ? new Stored.NameTaken()
                    : store(who, view, owned.named(name, shared), version);
        });
    }

    /** Puts another filter, order and columns in the place of those that a view has. */
    Stored replace(
            Actor who, Program program, long id, int version, MemberFilterForm filter, @Nullable ColumnChoice columns) {
        return attempts.inTransaction(() -> {
            var view = requireToChange(who, program, id);
            return store(who, view, view.with(filter, columns), version);
        });
    }

    /** What is so already is done, whatever version the asker saw: so that a second click is harmless. */
    private Stored store(Actor who, SavedView before, SavedView after, int version) {
        if (after.equals(before)) {
            return new Stored.Done(before);
        }
        if (before.version() != version || !rows.store(after)) {
            return new Stored.Stale(before);
        }
        if (before.shared() || after.shared()) {
            note(who, !after.shared() ? WITHDRAWN : !before.shared() ? SHARED : CHANGED, after);
        }
        return new Stored.Done(after);
    }

    /**
     * Empty when it is gone, also before, and the view as it is now when somebody changed it since that version: then it
     * stays.
     */
    Optional<SavedView> remove(Actor who, Program program, long id, int version) {
        return attempts.inTransaction(() -> {
            if (rows.find(program, id).isEmpty()) {
                return Optional.empty();
            }
            var view = requireToChange(who, program, id);
            if (!rows.delete(id, version)) {
                return Optional.of(view);
            }
            if (view.shared()) {
                note(who, REMOVED, view);
            }
            return Optional.empty();
        });
    }

    /** The name is somebody's words, and stays out. */
    private void note(Actor who, String kind, SavedView view) {
        events.publishEvent(
                new AuditApplicationEvent(who.key(), kind, Map.of("program", view.programId(), "view", view.id())));
    }

    @EventListener
    void handOver(ColleagueLeft left) {
        rows.handOver(left.key());
    }
}
