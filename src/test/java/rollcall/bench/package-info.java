/** What is measured, beside the floor of it: the same work in plain SQL on the same database in the same run. */
@NullMarked
package rollcall.bench;

import org.jspecify.annotations.NullMarked;
