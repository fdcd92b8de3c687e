/** The frame of every page: layout, flash, paging, error pages, form fields, files handed out. It knows no feature. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package rollcall.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
