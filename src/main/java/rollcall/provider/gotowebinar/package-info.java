/** GoTo Webinar, whose organizers consent in the browser: its REST interface v2, and what that means here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "program", "person"})
package rollcall.provider.gotowebinar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
