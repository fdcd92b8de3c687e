package rollcall.approval;

/** What an approver may say. */
enum Verdict {
    APPROVE,
    REJECT
}
