/** Who signs in, in which role, for which programs; what was done is kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"program"})
package rollcall.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
