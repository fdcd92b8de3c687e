package rollcall.member;

/** What a job asks for: it brings the people behind the members in whom it has frozen. */
record AdditionOrder(BulkOrder order) {}
