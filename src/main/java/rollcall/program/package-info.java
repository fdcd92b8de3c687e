/** What is run, and the one rule: programs, their channels and statuses, and who may go where. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package rollcall.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
