package rollcall.member;

import java.util.List;

/**
 * The saved view that a list began with.
 *
 * @param changed whether the list asks for something else by now than what is left of the view
 * @param dropped what the view asks for and what makes no sense any more
 * @param changeable whether the reader may put the list's filter in the place of the view's
 */
record ViewInForce(SavedView view, boolean changed, List<FittedFilter.Dropped> dropped, boolean changeable) {}
