package rollcall.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How often one member may come in.
 *
 * @param days for {@link Often#DAYS}, how many must have passed since they came in last
 * @param afterReturn for {@link Often#ONCE}, whether somebody who registers anew, after an error or after having left, may
 *     come in again; null where nobody can: whoever saves a campaign that people come into by registering has to say it
 */
public record Again(Often often, int days, @Nullable Boolean afterReturn) {

    public static final Again ONCE = new Again(Often.ONCE, 0, null);

    public enum Often {
        ONCE,
        EVERY_TIME,
        DAYS
    }
}
