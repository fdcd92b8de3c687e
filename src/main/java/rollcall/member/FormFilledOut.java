package rollcall.member;

import java.util.List;

/**
 * These members filled out the registration form: published inside the transaction that stores it.
 *
 * @param again whether nothing came of it, as they stood in the program already
 */
public record FormFilledOut(long programId, List<Long> memberIds, boolean again) {}
