package rollcall.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a page as it is now and as somebody wants it.
 *
 * @param part the key of a message
 */
record PageDifference(String part, Object theirs, Object yours) {

    /** Those parts that differ, in the order of the form. */
    static List<PageDifference> between(PageForm theirs, PageForm yours) {
        return List.of(
                        new PageDifference("registration.slug", theirs.slug(), yours.slug()),
                        new PageDifference(
                                "registration.published", ticked(theirs.published()), ticked(yours.published())),
                        new PageDifference("registration.opens", opens(theirs), opens(yours)),
                        new PageDifference("registration.closes", closes(theirs), closes(yours)),
                        new PageDifference("registration.speakers", theirs.speakers(), yours.speakers()),
                        new PageDifference(
                                "registration.seats", ticked(theirs.seatsShown()), ticked(yours.seatsShown())),
                        new PageDifference("registration.refused", theirs.refused(), yours.refused()),
                        new PageDifference("registration.accepted", theirs.accepted(), yours.accepted()),
                        new PageDifference("registration.own", theirs.own(), yours.own()),
                        new PageDifference(
                                "registration.invited",
                                ticked(theirs.invitedSkipApproval()),
                                ticked(yours.invitedSkipApproval())),
                        new PageDifference("registration.embedders", theirs.embedders(), yours.embedders()))
                .stream()
                .filter(one -> !one.theirs.equals(one.yours))
                .toList();
    }

    private static boolean ticked(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    private static String opens(PageForm form) {
        return (form.opensDate() + " " + form.opensTime()).strip();
    }

    private static String closes(PageForm form) {
        return (form.closesDate() + " " + form.closesTime()).strip();
    }
}
