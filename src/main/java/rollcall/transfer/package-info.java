/** Files in and out: CSV with a verdict for each row, and lists of members to take away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"member", "program", "person", "job"})
package rollcall.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
