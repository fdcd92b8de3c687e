package rollcall.member;

/**
 * One page of a list and the length of the list.
 *
 * @param total no more than was asked for, however many there are
 */
record CountedPage(MemberPage page, long total) {}
