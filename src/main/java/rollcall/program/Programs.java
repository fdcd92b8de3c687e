package rollcall.program;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Access.Act;

/**
 * The door to programs. Whoever holds a {@link Program} from {@link #require} has been let in: a program that the asker
 * may not see answers exactly as one that does not exist.
 */
@Service
public class Programs {

    private final ProgramRepository programs;
    private final Channels channels;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Programs(
            ProgramRepository programs,
            Channels channels,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.programs = programs;
        this.channels = channels;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The program, for somebody who may do {@code act} in it.
     *
     * @throws NoSuchProgram when there is none or the asker may not see it
     * @throws NotAllowed when the asker may see it but not do that
     */
    public Program require(Actor who, long id, Act act) {
        if (!access.may(who, id, Act.SEE)) {
            throw new NoSuchProgram();
        }
        var program = get(id);
        if (!access.may(who, id, act)) {
            throw new NotAllowed();
        }
        return program;
    }

    /**
     * The program, for the house itself: workers and listeners that act for nobody.
     *
     * @throws NoSuchProgram when there is none
     */
    public Program get(long id) {
        return programs.findById(id).orElseThrow(NoSuchProgram::new);
    }

    /** As {@link #get}, several at once; those that do not exist are left out. */
    public List<Program> all(Collection<Long> ids) {
        return programs.findAllById(ids);
    }

    public Channel channelOf(Program program) {
        return channels.get(program.channelId());
    }

    public Optional<Program> sample() {
        return programs.findFirstBySampleTrue();
    }

    /** As {@link #create(Actor, ProgramPlan, long)}, in the built-in channel. */
    @Transactional
    public Program create(Actor who, ProgramPlan plan) {
        return create(who, plan, channels.webinarId());
    }

    /**
     * A new program. The channel that it runs in stays: the history of its members speaks of that channel's statuses.
     *
     * @throws NotAllowed when the asker may not make programs out of nothing
     * @throws NoSuchChannel when there is no such channel
     */
    @Transactional
    public Program create(Actor who, ProgramPlan plan, long channelId) {
        if (!access.mayCreate(who)) {
            throw new NotAllowed();
        }
        return store(who, plan, channels.get(channelId), false, null);
    }

    @Transactional
    public Program createSample(ProgramPlan plan) {
        return store(Actor.SYSTEM, plan, channels.webinar(), true, null);
    }

    /** A new program with the same settings and channel, and {@code plan}'s changes; members are not taken along. */
    @Transactional
    public Program cloneOf(Actor who, long id, ProgramPlan plan) {
        var like = require(who, id, Act.MANAGE);
        return store(who, plan, channelOf(like), false, id);
    }

    private Program store(Actor who, ProgramPlan plan, Channel channel, boolean sample, @Nullable Long clonedFrom) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var blank = new Program(
                null, null, channel.id(), "", "", now, now, "UTC", null, false, false, false, null, null, sample, now);
        var stored = save(blank.with(plan));
        events.publishEvent(new ProgramCreated(stored.key(), who, clonedFrom));
        return stored;
    }

    /**
     * Stores what a manager changed.
     *
     * @param version as the manager saw it
     * @throws StaleProgram when somebody else changed the program since; nothing is stored
     */
    @Transactional
    public Program edit(Actor who, long id, int version, ProgramPlan plan) {
        return change(who, id, version, program -> program.with(plan));
    }

    @Transactional
    public Program archive(Actor who, long id) {
        return change(who, id, null, program -> program.archivedAt(clock.instant()));
    }

    @Transactional
    public Program restore(Actor who, long id) {
        return change(who, id, null, program -> program.archivedAt(null));
    }

    private Program change(Actor who, long id, @Nullable Integer version, UnaryOperator<Program> change) {
        var program = require(who, id, Act.MANAGE);
        if (version != null && !version.equals(program.version())) {
            throw new StaleProgram(program);
        }
        try {
            var changed = save(change.apply(program));
            events.publishEvent(new ProgramChanged(program, changed, who));
            return changed;
        } catch (OptimisticLockingFailureException lost) {
            throw new StaleProgram(program);
        }
    }

    private Program save(Program program) {
        var saved = programs.save(program);
        programs.searchKey(saved.key(), Program.searchKey(saved.name()));
        return saved;
    }

    /** Takes the sample program away with all that belongs to it. Other programs can only be archived. */
    @Transactional
    public void removeSample(Actor who) {
        programs.findFirstBySampleTrue().ifPresent(sample -> {
            require(who, sample.key(), Act.MANAGE);
            programs.deleteById(sample.key());
            events.publishEvent(new ProgramRemoved(sample.key(), who));
        });
    }
}
