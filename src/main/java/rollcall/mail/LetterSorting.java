package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import rollcall.mail.Rendering.Outcome;
import rollcall.web.DatabaseAway;

/** Says what each letter says, and settles those that go to nobody. */
@Component
class LetterSorting {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSorting.class);
    private static final int LONGEST = 200_000;
    private static final int LONGEST_CALENDAR = 20_000;

    private final Rendering rendering;
    private final SuppressionRows suppressions;
    private final Outdoors outdoors;
    private final LetterQueue queue;
    private final Clock clock;

    LetterSorting(
            Rendering rendering, SuppressionRows suppressions, Outdoors outdoors, LetterQueue queue, Clock clock) {
        this.rendering = rendering;
        this.suppressions = suppressions;
        this.outdoors = outdoors;
        this.queue = queue;
        this.clock = clock;
    }

    /** What is left to be delivered: into the mailbox, and to the mail server. */
    record Sorted(List<Parcel> indoors, List<Parcel> outdoors) {}

    Sorted sort(List<Waiting> letters, String owner) {
        var parcels = sayable(letters, owner);
        var wanted = wanted(parcels, owner);
        var mayLeave = new HashMap<Long, Boolean>();
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (var parcel : wanted) {
            var program = parcel.letter().text().programId();
            var out = mayLeave.computeIfAbsent(program == null ? -1L : program, id -> outdoors.reaches(program));
            (out ? sorted.outdoors() : sorted.indoors()).add(parcel);
        }
        return sorted;
    }

    private List<Parcel> sayable(List<Waiting> letters, String owner) {
        var outcomes = rendered(letters);
        var parcels = new ArrayList<Parcel>();
        for (var letter : letters) {
            switch (outcomes.get(letter.id())) {
                case Outcome.Said said
                when !fits(said.letter()) -> fail(letter, owner, "mail.trouble.too-long", List.of());
                case Outcome.Said said -> parcels.add(new Parcel(letter, said));
                case Outcome.Unsayable(var message, var arguments) -> fail(letter, owner, message, arguments);
                case null -> fail(letter, owner, "mail.trouble.nobody", List.of());
            }
        }
        return parcels;
    }

    private static boolean fits(Rendered letter) {
        var calendar = letter.calendar();
        return letter.html().length() <= LONGEST
                && letter.text().length() <= LONGEST
                && (calendar == null || calendar.length() <= LONGEST_CALENDAR);
    }

    private Map<Long, Outcome> rendered(List<Waiting> letters) {
        try {
            return rendering.of(letters.stream().map(Waiting::text).toList());
        } catch (RuntimeException broken) {
            passOn(broken);
            return oneByOne(letters);
        }
    }

    /** One that breaks must not keep the others. */
    private Map<Long, Outcome> oneByOne(List<Waiting> letters) {
        var outcomes = new HashMap<Long, Outcome>();
        for (var letter : letters) {
            try {
                outcomes.putAll(rendering.of(List.of(letter.text())));
            } catch (RuntimeException broken) {
                passOn(broken);
                LOG.warn("Letter {} broke: {}", letter.id(), broken.getClass().getSimpleName());
                outcomes.put(letter.id(), new Outcome.Unsayable("mail.trouble.broken", List.of()));
            }
        }
        return outcomes;
    }

    /** No letter fails for the database's sake. */
    private static void passOn(RuntimeException broken) {
        if (broken instanceof DataAccessException || DatabaseAway.causes(broken)) {
            throw broken;
        }
    }

    private void fail(Waiting letter, String owner, String message, List<Object> arguments) {
        settle(List.of(letter.id()), owner, LetterState.FAILED, Trouble.of(message, arguments));
    }

    /** Those whose recipients are on no list that keeps this kind of letter from them. */
    private List<Parcel> wanted(List<Parcel> parcels, String owner) {
        var listed = suppressions.reasons(parcels);
        var wanted = new ArrayList<Parcel>();
        for (var parcel : parcels) {
            var reason = keptBy(parcel, listed);
            if (reason == null) {
                wanted.add(parcel);
            } else {
                var trouble = new Trouble("mail.suppressed." + reason, "");
                settle(List.of(parcel.id()), owner, LetterState.SUPPRESSED, trouble);
            }
        }
        return wanted;
    }

    private static @Nullable Suppressed keptBy(Parcel parcel, Map<Long, List<Suppressed>> listed) {
        return listed.getOrDefault(parcel.id(), List.of()).stream()
                .filter(parcel.letter().text().purpose()::keptFrom)
                .findFirst()
                .orElse(null);
    }

    private void settle(List<Long> ids, String owner, LetterState state, Trouble trouble) {
        queue.settle(ids, owner, state, trouble, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
