/** Who is in a program and how far: the one door for status changes, and the history behind it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"program", "person", "job"})
package rollcall.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
