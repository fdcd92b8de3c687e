package rollcall.provider;

/**
 * One refresh as a list shows it.
 *
 * @param changed how many members got another status, or would
 */
record RefreshLine(Refresh refresh, int changed) {}
