package rollcall.program;

import java.util.List;

/** The built-in channel as a value, for tests that need no database. A test holds it against the migration. */
public final class WebinarChannel {

    public static final Channel WEBINAR = new Channel(
            1,
            0,
            "Webinar",
            List.of(
                    status(StatusCode.NOT_IN_PROGRAM, "Not in Program", 0, false, false),
                    status(StatusCode.INVITED, "Invited", 10, false, false),
                    status(StatusCode.PENDING_APPROVAL, "Pending Approval", 20, false, false),
                    status(StatusCode.WAITLISTED, "Waitlisted", 30, false, false),
                    status(StatusCode.REJECTED, "Rejected", 30, false, false),
                    status(StatusCode.REGISTERED, "Registered", 40, false, true),
                    status(StatusCode.REGISTRATION_ERROR, "Registration Error", 40, false, true),
                    status(StatusCode.NO_SHOW, "No Show", 50, false, true),
                    status(StatusCode.ATTENDED_ON_DEMAND, "Attended On-demand", 60, true, true),
                    status(StatusCode.ATTENDED, "Attended", 70, true, true)));

    private static Status status(StatusCode code, String name, int step, boolean success, boolean holdsSeat) {
        return new Status(code.name(), name, step, 0, success, false, holdsSeat);
    }

    private WebinarChannel() {}
}
