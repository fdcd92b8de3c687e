/** Pages that look into several rooms: programs, the summary of one, people across programs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"program", "person", "job", "member", "transfer", "account", "provider"})
package rollcall.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
