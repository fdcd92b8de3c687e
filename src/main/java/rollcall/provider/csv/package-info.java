/** The provider for everyone else: attendance from the report files that webinar tools let one download. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "transfer", "program", "person"})
package rollcall.provider.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
