/** What happens by itself: when this happens, do that, for these members. */
@NullMarked
@ApplicationModule(allowedDependencies = {"mail", "member", "program", "person", "job"})
package rollcall.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
