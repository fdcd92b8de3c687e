package rollcall.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the registration pages of one node take.
 *
 * @param perAddress how many forms an address sends in {@code window}
 * @param perAddressUnstamped how many of those that do not come from a page of ours, such as a form on another site
 * @param perProgram how many forms a program gets in {@code window}
 * @param fastest nobody fills a form out in less
 * @param stampLasts how long a page may stand open before its forms count as unstamped
 */
@ConfigurationProperties("rollcall.registration")
record RegistrationLimits(
        @DefaultValue("10") int perAddress,
        @DefaultValue("3") int perAddressUnstamped,
        @DefaultValue("30000") int perProgram,
        @DefaultValue("1m") Duration window,
        @DefaultValue("2s") Duration fastest,
        @DefaultValue("1d") Duration stampLasts) {}
