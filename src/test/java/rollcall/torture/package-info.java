/** The packaged application under fire: what was acknowledged must be there afterwards, whatever happened meanwhile. */
@NullMarked
package rollcall.torture;

import org.jspecify.annotations.NullMarked;
