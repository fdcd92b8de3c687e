package rollcall.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.web.Text;

/** Channels of a test's own, so that what it does to them troubles nobody. */
@Component
public class ChannelFixture {

    private final Channels channels;
    private final ChannelEdits edits;
    private final Programs programs;
    private final JdbcClient jdbc;

    ChannelFixture(Channels channels, ChannelEdits edits, Programs programs, JdbcClient jdbc) {
        this.channels = channels;
        this.edits = edits;
        this.programs = programs;
        this.jdbc = jdbc;
    }

    /** With the statuses of the built-in one, under a name that no other has. */
    public Channel channel() {
        return channel("Course " + UUID.randomUUID());
    }

    public Channel channel(String name) {
        return edits.copy(Actor.SYSTEM, channels.webinar().id(), name);
    }

    public Program programIn(Channel channel, @Nullable Integer capacity) {
        return programs.create(Actor.SYSTEM, Plans.limited("In a channel of its own", capacity), channel.id());
    }

    public Channel now(Channel channel) {
        return channels.get(channel.id());
    }

    public Channel hide(Channel channel, StatusCode code) {
        return change(channel, code.name(), one -> with(one, one.step(), one.success(), true));
    }

    public Channel move(Channel channel, StatusCode code, int step) {
        return change(channel, code.name(), one -> with(one, step, one.success(), one.hidden()));
    }

    public Channel succeed(Channel channel, StatusCode code) {
        return change(channel, code.name(), one -> with(one, one.step(), true, one.hidden()));
    }

    private Channel change(Channel channel, String key, UnaryOperator<Status> change) {
        var now = now(channel);
        var statuses = new ArrayList<>(now.statuses());
        statuses.replaceAll(one -> one.key().equals(key) ? change.apply(one) : one);
        var broken = edits.edit(Actor.SYSTEM, new Channel(now.id(), now.version(), now.name(), statuses));
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException(broken.toString());
        }
        return now(channel);
    }

    /** A status of the channel's own, between Registered and No Show. */
    public Status add(Channel channel, String name) {
        return add(channel, name, 45);
    }

    /** A status of the channel's own, between Invited and Pending Approval. */
    public Status addEarly(Channel channel, String name) {
        return add(channel, name, 15);
    }

    private Status add(Channel channel, String name, int step) {
        var key = Text.cut(name.toUpperCase(Locale.ROOT), 60);
        var own = new Status(key, name, step, 0, false, false, false);
        edits.add(Actor.SYSTEM, channel.id(), now(channel).version(), own);
        return own;
    }

    private static Status with(Status one, int step, boolean success, boolean hidden) {
        return new Status(one.key(), one.name(), step, one.place(), success, hidden, one.holdsSeat());
    }

    /** With all programs that run in it. */
    public void remove(List<Channel> some) {
        some.forEach(channel -> {
            jdbc.sql("delete from program where channel_id = :id")
                    .param("id", channel.id())
                    .update();
            jdbc.sql("delete from status where channel_id = :id")
                    .param("id", channel.id())
                    .update();
            jdbc.sql("delete from channel where id = :id")
                    .param("id", channel.id())
                    .update();
        });
    }
}
