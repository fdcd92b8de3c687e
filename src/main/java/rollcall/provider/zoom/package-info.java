/** Zoom Webinars, through its REST API: registers, decides, and reads who came, who did not, and who watched the recording. */
@NullMarked
@ApplicationModule(allowedDependencies = {"provider", "program", "person"})
package rollcall.provider.zoom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
