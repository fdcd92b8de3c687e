package rollcall.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What happens to a rig while it is used. */
enum Fault {
    /** {@code kill -9} of one node or, where the dice say so, of all. */
    KILL {
        @Override
        void strike(Rig rig, Random dice, Duration hold) throws IOException {
            var all = dice.nextBoolean();
            var one = dice.nextInt(rig.nodes().size());
            for (int n = 0; n < rig.nodes().size(); n++) {
                if (all || n == one) {
                    rig.nodes().get(n).kill();
                }
            }
            for (int n = 0; n < rig.nodes().size(); n++) {
                if (all || n == one) {
                    rig.startAgain(n);
                }
            }
        }
    },
    /** {@code SIGTERM} of one node, as at an upgrade. */
    DRAIN {
        @Override
        void strike(Rig rig, Random dice, Duration hold) throws IOException {
            var one = dice.nextInt(rig.nodes().size());
            rig.nodes().get(one).drain();
            rig.startAgain(one);
        }
    },
    DATABASE_STOPPED {
        @Override
        Optional<String> missing(Rig rig) {
            return onlyWithServer(rig);
        }

        @Override
        void strike(Rig rig, Random dice, Duration hold) throws IOException {
            if (dice.nextBoolean()) {
                rig.server().stop();
            } else {
                rig.server().stopAtOnce();
            }
            try {
                Waiting.during(hold);
            } finally {
                rig.server().startAgain();
            }
        }
    },
    /** It answers nothing any more, and closes nothing. */
    DATABASE_FROZEN {
        @Override
        Optional<String> missing(Rig rig) {
            return onlyWithServer(rig);
        }

        @Override
        void strike(Rig rig, Random dice, Duration hold) {
            rig.server().freeze();
            try {
                Waiting.during(hold);
            } finally {
                rig.server().thaw();
            }
        }
    },
    DISK_FULL {
        @Override
        Optional<String> missing(Rig rig) {
            return rig.disk().missing(rig);
        }

        @Override
        void strike(Rig rig, Random dice, Duration hold) throws IOException {
            rig.disk().fill(rig);
            try {
                Waiting.during(hold);
            } finally {
                rig.disk().free(rig);
            }
        }
    },
    /** One node's clock is ten minutes ahead or behind, and then right again. */
    CLOCK {
        @Override
        Optional<String> missing(Rig rig) {
            return Clocks.preload().isPresent() ? Optional.empty() : Optional.of("there is no faketime here");
        }

        @Override
        void strike(Rig rig, Random dice, Duration hold) throws IOException {
            var one = dice.nextInt(rig.nodes().size());
            rig.nodes().get(one).drain();
            rig.startAgain(one, Clocks.moved(dice.nextBoolean() ? "+10m" : "-10m"));
            Waiting.during(hold);
            rig.nodes().get(one).drain();
            rig.startAgain(one);
        }

        /** What was put off by the clock that is ahead waits as long as it was ahead. */
        @Override
        Duration settling() {
            return super.settling().plusMinutes(10);
        }
    };

    /** Lets it happen and pass. When this returns, Rollcall has again what it needs. */
    abstract void strike(Rig rig, Random dice, Duration hold) throws IOException;

    /** How long Rollcall may take afterwards to bring everything to an end. */
    Duration settling() {
        return Duration.ofMinutes(3);
    }

    /** Why it cannot be done to that rig. */
    Optional<String> missing(Rig rig) {
        return Optional.empty();
    }

    private static Optional<String> onlyWithServer(Rig rig) {
        return rig.onH2() ? Optional.of("H2 is in the node itself") : Optional.empty();
    }

    /** As one writes it in a command. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
