package rollcall.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a program decides.
 *
 * @param expiresAfter after how many days somebody is rejected by itself; null for never
 * @param expiryReason why, then; empty when nothing expires
 * @param reasons those that are offered for turning somebody down; empty for the usual ones
 */
record Setting(@Nullable Integer expiresAfter, String expiryReason, List<String> reasons) {

    static final Setting NONE = new Setting(null, "", List.of());
}
