/** Where webinars take place: sends registrations to the provider, and brings attendance back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"transfer", "member", "program", "person", "job"})
package rollcall.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
