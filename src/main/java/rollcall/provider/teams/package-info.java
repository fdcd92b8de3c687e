/** Webinars that are held in Microsoft Teams, reached through Microsoft Graph. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "program", "person"})
package rollcall.provider.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
