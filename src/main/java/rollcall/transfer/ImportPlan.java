package rollcall.transfer;

import java.util.ArrayList;
import java.util.List;
import rollcall.person.Known;
import rollcall.program.StatusCode;

/**
 * What the importer chose.
 *
 * @param status the key of the status for all rows; empty when a column says it
 * @param reason the status reason for rows that bring none; may be empty
 * @param known what happens to the details of people who are known already
 * @param registeredThere whether those who become Registered are registered at the provider already, so that nothing is
 *     sent and no seat can be refused
 * @param dayOrder what 03/04/2026 means
 * @param erasedToo whether addresses that were erased before are taken in again
 */
record ImportPlan(
        Mapping mapping,
        String status,
        String reason,
        Known known,
        boolean registeredThere,
        DayOrder dayOrder,
        boolean erasedToo) {

    /** Without a column that says it, a file is taken as one of registrants, whom an approver sees first where one decides. */
    static ImportPlan proposed(Mapping mapping, boolean approvalRequired) {
        var newcomers = approvalRequired ? StatusCode.PENDING_APPROVAL : StatusCode.REGISTERED;
        return new ImportPlan(
                mapping,
                mapping.has(Target.STATUS) ? "" : newcomers.name(),
                "",
                Known.FILL_BLANKS,
                false,
                DayOrder.UNSAID,
                false);
    }

    /**
     * What of this plan is worth taking over for another file with the same headings: how it is read, not what is asked
     * for the people in it.
     */
    ImportPlan takenOverFor(List<String> headings, boolean approvalRequired) {
        var targets = new ArrayList<>(mapping.targets());
        while (targets.size() < headings.size()) {
            targets.add(Target.LEAVE_OUT);
        }
        var proposed = proposed(new Mapping(targets.subList(0, headings.size())), approvalRequired);
        return new ImportPlan(proposed.mapping(), proposed.status(), "", known, false, dayOrder, false);
    }

    boolean statusFromColumn() {
        return status.isEmpty();
    }
}
