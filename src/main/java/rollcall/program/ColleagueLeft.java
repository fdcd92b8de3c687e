package rollcall.program;

/**
 * Somebody who works here may not sign in any more; published inside the transaction that takes it from them. They
 * may be let in again, so what is theirs alone is kept; what they share with others needs another owner.
 *
 * @param key of the {@link Actor} that they were
 */
public record ColleagueLeft(String key) {}
