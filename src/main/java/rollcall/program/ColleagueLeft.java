package rollcall.program;

/**
 * Somebody who works here may not sign in any more; published inside the transaction that takes it from them. What a room
 * kept for them alone may go.
 *
 * @param key of the {@link Actor} that they were
 */
public record ColleagueLeft(String key) {}
