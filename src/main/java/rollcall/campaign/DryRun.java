package rollcall.campaign;

import java.util.List;
import java.util.Map;
import rollcall.mail.Suppressed;

/**
 * What running a campaign now would come to.
 *
 * @param qualify how many would come in
 * @param again how many of the audience would not, because they were in it before
 * @param some of those who would, fifty at most
 * @param steps what each step would do, as far as it can be known beforehand
 */
record DryRun(long qualify, long again, List<AudienceMember> some, List<StepForecast> steps) {

    /**
     * @param index of the step, from 0
     * @param members how many would come to it
     * @param byAction how many would take each choice, in the order of the choices; the last number is for the rest
     * @param refusals of a status change, by the key of the message that says why
     * @param suppressed of a mail, who would get none
     * @param withoutWayIn of a mail that leads into the webinar, how many are not let in as they stand
     */
    record StepForecast(
            int index,
            long members,
            List<Long> byAction,
            Map<String, Long> refusals,
            Map<Suppressed, Long> suppressed,
            long withoutWayIn) {}
}
