package rollcall.provider.on24;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What nobody has verified with a real account yet, or ON24 does not say; below {@code rollcall.provider.on24}, beside what
 * every provider has.
 *
 * @param restoresDeleted whether {@code isDeleted=N} goes along with a registration, so that somebody who was cancelled
 *     before comes back; ON24 does not say whether a registration alone does that
 * @param deniesByBlocking whether somebody is turned down by {@code isBlocked=Y}, and let in again by {@code N}; ON24 does
 *     not say that this stops them from entering
 * @param blockedMeansDenied whether somebody whom ON24 shows as blocked was turned down there
 * @param quotaPauses how long nothing is sent after a quota is used up: the first time, the next time in a row, and so on;
 *     ON24 names neither its quotas nor when they are free again
 * @param longestReport how many people a report may name before it is not read on
 */
@ConfigurationProperties("rollcall.provider.on24")
record On24Settings(
        @DefaultValue("true") boolean restoresDeleted,
        @DefaultValue("false") boolean deniesByBlocking,
        @DefaultValue("true") boolean blockedMeansDenied,
        @DefaultValue({"PT1M", "PT5M", "PT15M", "PT1H"}) List<Duration> quotaPauses,
        @DefaultValue("2000000") int longestReport) {}
