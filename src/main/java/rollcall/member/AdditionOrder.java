package rollcall.member;

import java.util.List;

/** Whom a job brings in: the members of {@code source} with these statuses. */
record AdditionOrder(long source, List<String> statuses, BulkOrder order) {}
