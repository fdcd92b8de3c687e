/** Webinars at ON24, by its REST interface, version 2. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "program", "person"})
package rollcall.provider.on24;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
