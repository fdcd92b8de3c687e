package rollcall.program;

import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.ATTENDED_ON_DEMAND;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rollcall.web.Text;

/**
 * What must be so in every channel, whoever edits it. The codes keep their order, so that for them {@link Progression}
 * answers alike everywhere; the steps themselves, and what stands between, are the channel's own.
 */
final class ChannelRules {

    static final int HIGHEST_STEP = 999;

    /** The codes from the first to the last; those on one line share a step. */
    private static final List<List<StatusCode>> ORDER = List.of(
            List.of(INVITED),
            List.of(PENDING_APPROVAL),
            List.of(WAITLISTED, REJECTED),
            List.of(REGISTERED, REGISTRATION_ERROR),
            List.of(NO_SHOW),
            List.of(ATTENDED_ON_DEMAND),
            List.of(ATTENDED));

    private ChannelRules() {}

    /** Each has words {@code program.channel.rule.…}. */
    enum Rule {
        /** The way out stands on step 0, below all others. */
        WAY_OUT_IS_ZERO,
        /** Everything else stands on a step from 1 to {@link ChannelRules#HIGHEST_STEP}. */
        STEP_IN_RANGE,
        /** The status stands above the other one. */
        ABOVE,
        /** The status stands on the step of the other one. */
        SAME_STEP,
        /** Nobody may lose the way out, or the only status that goes to the provider. */
        NOT_HIDDEN,
        /** Who left reached nothing. */
        NO_SUCCESS,
        /** Two statuses of one name could not be told apart in lists and in files. */
        OTHER_NAME
    }

    /**
     * A rule that a channel would break.
     *
     * @param status at which it shows
     * @param other what it is about besides; null for nothing
     */
    record Broken(Rule rule, Status status, @Nullable Status other) {}

    /**
     * Every rule that the channel would break, in the order of its statuses.
     *
     * @param words every name that a status goes by
     */
    static List<Broken> broken(Channel channel, Function<Status, Collection<String>> words) {
        var broken = new ArrayList<Broken>();
        channel.statuses().forEach(status -> alone(status, broken));
        order(channel, broken);
        names(channel, words, broken);
        return broken;
    }

    private static void alone(Status status, List<Broken> broken) {
        var out = status.is(NOT_IN_PROGRAM);
        if (out && status.step() != 0) {
            broken.add(new Broken(Rule.WAY_OUT_IS_ZERO, status, null));
        }
        if (!out && (status.step() < 1 || status.step() > HIGHEST_STEP)) {
            broken.add(new Broken(Rule.STEP_IN_RANGE, status, null));
        }
        if (status.hidden() && !mayHide(status)) {
            broken.add(new Broken(Rule.NOT_HIDDEN, status, null));
        }
        if (out && status.success()) {
            broken.add(new Broken(Rule.NO_SUCCESS, status, null));
        }
    }

    static boolean mayHide(Status status) {
        return !status.is(NOT_IN_PROGRAM) && !status.is(REGISTERED);
    }

    private static void order(Channel channel, List<Broken> broken) {
        for (int i = 0; i < ORDER.size(); i++) {
            var first = channel.status(ORDER.get(i).getFirst());
            for (var code : ORDER.get(i)) {
                if (channel.status(code).step() != first.step()) {
                    broken.add(new Broken(Rule.SAME_STEP, channel.status(code), first));
                }
            }
            if (i > 0) {
                var below = channel.status(ORDER.get(i - 1).getFirst());
                if (first.step() <= below.step()) {
                    broken.add(new Broken(Rule.ABOVE, first, below));
                }
            }
        }
    }

    private static void names(Channel channel, Function<Status, Collection<String>> words, List<Broken> broken) {
        var taken = new HashMap<String, Status>();
        for (var status : channel.statuses()) {
            for (var word : words.apply(status)) {
                var other = taken.putIfAbsent(Text.searchable(word), status);
                if (other != null && !other.key().equals(status.key())) {
                    broken.add(new Broken(Rule.OTHER_NAME, status, other));
                    break;
                }
            }
        }
    }
}
