/** Who somebody is: one e-mail address, one person. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package rollcall.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
