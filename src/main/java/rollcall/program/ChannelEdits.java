package rollcall.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.ChannelRules.Broken;

/** What administrators do with channels. Everything is one transaction, with an entry in the audit. */
@Service
class ChannelEdits {

    private final Channels channels;
    private final ChannelRows rows;
    private final StatusNames names;
    private final ApplicationEventPublisher events;

    ChannelEdits(Channels channels, ChannelRows rows, StatusNames names, ApplicationEventPublisher events) {
        this.channels = channels;
        this.rows = rows;
        this.names = names;
        this.events = events;
    }

    /** Why something stays. */
    enum Kept {
        BUILT_IN,
        IN_USE
    }

    /**
     * A new channel with the same statuses.
     *
     * @throws NoSuchChannel when there is none to copy
     * @throws DuplicateKeyException when another one has that name
     */
    @Transactional
    Channel copy(Actor who, long id, String name) {
        var like = channels.get(id);
        var made = channels.get(rows.copy(like.id(), name));
        note(who, "CHANNEL_ADDED", Map.of("channel", name, "like", like.name()));
        return made;
    }

    /**
     * Stores how a channel is to be. Changes of status that run in it are waited for, and those that come meanwhile
     * wait; what members keep of a status is brought up to date.
     *
     * @param wanted the channel with the version that the asker saw
     * @return the rules that it would break; nothing is stored unless there are none
     * @throws StaleChannel when somebody else changed it since
     * @throws DuplicateKeyException when another channel has that name
     */
    @Transactional
    List<Broken> edit(Actor who, Channel wanted) {
        var before = channels.get(wanted.id());
        var broken = ChannelRules.broken(wanted, names::all);
        if (!broken.isEmpty()) {
            return broken;
        }
        claim(wanted);
        wanted.statuses().stream()
                .filter(status -> !before.statuses().contains(status))
                .forEach(status -> rows.update(wanted.id(), status));
        var changed = new ChannelChanged(before, channels.get(wanted.id()));
        events.publishEvent(changed);
        note(who, "CHANNEL_CHANGED", said(changed));
        return broken;
    }

    /**
     * Adds a status, which members may be given from now on.
     *
     * @param version of the channel, as the asker saw it
     * @param status its key is free in the channel
     * @return the rules that it would break; nothing is stored unless there are none
     * @throws StaleChannel when somebody else changed the channel since
     */
    @Transactional
    List<Broken> add(Actor who, long id, int version, Status status) {
        var wanted = channels.get(id).with(version, status);
        var broken = ChannelRules.broken(wanted, names::all);
        if (broken.isEmpty()) {
            claim(wanted);
            rows.insert(id, status);
            note(who, "STATUS_ADDED", Map.of("channel", wanted.name(), "status", status.name()));
        }
        return broken;
    }

    private void claim(Channel wanted) {
        if (!rows.claim(wanted.id(), wanted.version(), wanted.name())) {
            throw new StaleChannel();
        }
    }

    /**
     * Takes a status away that was added. While a program runs in the channel its history may name every status, so that
     * they stay and can only be hidden.
     *
     * @return why it stays; null when it is gone
     */
    @Transactional
    @Nullable
    Kept remove(Actor who, long id, int version, String key) {
        var channel = channels.get(id);
        var status = channel.status(key);
        if (StatusCode.of(key).isPresent()) {
            return Kept.BUILT_IN;
        }
        if (channels.programsIn(id) > 0) {
            return Kept.IN_USE;
        }
        claim(new Channel(id, version, channel.name(), channel.statuses()));
        rows.delete(id, key);
        note(who, "STATUS_REMOVED", Map.of("channel", channel.name(), "status", status.name()));
        return null;
    }

    /**
     * Takes a channel away that no program runs in.
     *
     * @return why it stays; null when it is gone
     * @throws DataIntegrityViolationException when a program is made in it at the same moment
     */
    @Transactional
    @Nullable
    Kept remove(Actor who, long id) {
        var channel = channels.get(id);
        if (channel.id() == channels.webinarId()) {
            return Kept.BUILT_IN;
        }
        if (channels.programsIn(id) > 0) {
            return Kept.IN_USE;
        }
        rows.delete(id);
        note(who, "CHANNEL_REMOVED", Map.of("channel", channel.name()));
        return null;
    }

    private static Map<String, Object> said(ChannelChanged changed) {
        var said = new TreeMap<String, Object>(Map.of("channel", changed.after().name()));
        if (!changed.before().name().equals(changed.after().name())) {
            said.put("before", changed.before().name());
        }
        said.put("hidden", names(changed, (was, is) -> !was.hidden() && is.hidden()));
        said.put("shown", names(changed, (was, is) -> was.hidden() && !is.hidden()));
        said.put("renamed", names(changed, (was, is) -> !was.name().equals(is.name())));
        said.put("moved", names(changed, (was, is) -> was.step() != is.step() || was.place() != is.place()));
        said.put("success", names(changed, (was, is) -> !was.success() && is.success()));
        said.put("noSuccess", names(changed, (was, is) -> was.success() && !is.success()));
        return said;
    }

    private static List<String> names(ChannelChanged changed, BiPredicate<Status, Status> test) {
        return changed.changed(test).stream().map(Status::name).toList();
    }

    private void note(Actor who, String kind, Map<String, Object> details) {
        events.publishEvent(new AuditApplicationEvent(who.key(), kind, details));
    }
}
