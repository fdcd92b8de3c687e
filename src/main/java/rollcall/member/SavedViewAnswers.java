package rollcall.member;

import org.springframework.validation.BindingResult;

/** Says in a form why a view was not stored. */
final class SavedViewAnswers {

    private SavedViewAnswers() {}

    static void reject(Stored stored, BindingResult errors) {
        switch (stored) {
            case Stored.Done done -> {}
            case Stored.NameTaken taken -> errors.rejectValue("name", "member.view.name.taken");
            case Stored.TooMany many -> errors.reject("member.view.too-many", new Object[] {SavedViews.MOST}, null);
            case Stored.Stale stale -> errors.reject("member.view.stale");
        }
    }
}
