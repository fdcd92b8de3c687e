/** Pages that look into several rooms: the list of programs and the summary of one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"program", "person", "job", "member", "transfer", "account", "provider"})
package rollcall.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
