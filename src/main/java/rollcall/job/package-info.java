/** Long work in chunks, with progress, resume and cancel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"program"})
package rollcall.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
