/** The queue of those who wait for an approver, and the decisions on them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"registration", "member", "program", "person", "job"})
package rollcall.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
