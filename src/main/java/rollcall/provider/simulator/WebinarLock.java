package rollcall.provider.simulator;

import java.util.Optional;

/** Lets one at a time decide about the places of a webinar. */
interface WebinarLock {

    /** The webinar as it is, which nobody else changes before the transaction ends; nothing when there is none. */
    Optional<SimulatedWebinar> lock(long webinarId);
}
