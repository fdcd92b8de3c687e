/** A provider that lives in Rollcall's own database: for trying things out, and for showing them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "program", "person"})
package rollcall.provider.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
