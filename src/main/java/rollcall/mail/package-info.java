/** What is written to people: letters that wait with what caused them and go out after it, and what they say. */
@NullMarked
@ApplicationModule(allowedDependencies = {"member", "program", "person", "job"})
package rollcall.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
