package rollcall.provider;

import org.jspecify.annotations.Nullable;
import rollcall.program.StatusCode;

/**
 * What a report means for a member.
 *
 * @param to the status that it speaks for; null when it speaks for none
 */
record Meaning(Effect effect, @Nullable StatusCode to) {

    static final Meaning NOTHING = new Meaning(Effect.UNTOUCHED, null);
}
