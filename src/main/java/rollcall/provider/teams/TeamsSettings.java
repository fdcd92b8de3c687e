package rollcall.provider.teams;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What nobody has verified with a real tenant yet, or Microsoft does not say of webinars; below
 * {@code rollcall.provider.teams}, beside what every provider has.
 *
 * @param subscriptionLife for how long a subscription is asked for each time; a day is the most (MS-CN). Zero makes none
 * @param lifecycleNotifications whether Graph is told where to say that a subscription needs renewing, is gone, or has
 *     missed something; that webinars know them, and their names, are taken from Graph in general [assumed]
 */
@ConfigurationProperties("rollcall.provider.teams")
record TeamsSettings(
        @DefaultValue("PT23H") Duration subscriptionLife,
        @DefaultValue("true") boolean lifecycleNotifications) {

    boolean subscribes() {
        return subscriptionLife.isPositive();
    }
}
