package rollcall.member;

import rollcall.program.Move;

/**
 * What joining would come to for one person.
 *
 * @param bringsNews whether it brings something along that is not stored with the membership yet
 */
public record Forecasted(Move move, boolean bringsNews) {}
