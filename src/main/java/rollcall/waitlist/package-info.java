/** Who waits for a seat: their order, offers that hold a seat for a while, and who is let in when one comes free. */
@NullMarked
@ApplicationModule(allowedDependencies = {"member", "program", "person", "job"})
package rollcall.waitlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
