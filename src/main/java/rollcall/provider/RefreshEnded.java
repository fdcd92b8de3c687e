package rollcall.provider;

/** A refresh has ended, however it did; told inside the transaction that says so. */
public record RefreshEnded(Refresh refresh) {}
