/** The way in for everybody: the public page of a program, and which first status a newcomer gets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"member", "program", "person", "job"})
package rollcall.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
