package rollcall.campaign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.DryRuns.Qualified;
import rollcall.mail.Letters;
import rollcall.mail.Purpose;
import rollcall.mail.Suppressed;
import rollcall.mail.Templates;

/** How many would get no mail from a step that sends one to everybody, and why. */
@Component
class MailForecasts {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Letters letters;
    private final Templates templates;

    MailForecasts(JdbcClient jdbc, Letters letters, Templates templates) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.templates = templates;
    }

    /** Of a step with choices nothing is said. */
    Map<Suppressed, Long> suppressed(Qualified qualified, Step step) {
        return step.choices().isEmpty() && step.otherwise() instanceof Action.SendMail mail
                ? templates
                        .find(mail.templateId())
                        .map(template -> suppressed(qualified, template.purpose()))
                        .orElse(Map.of())
                : Map.of();
    }

    private Map<Suppressed, Long> suppressed(Qualified qualified, Purpose purpose) {
        var counts = new EnumMap<Suppressed, Long>(Suppressed.class);
        each(qualified, some -> count(some, purpose, counts));
        return counts;
    }

    /** How many of these members, however many they are, would get no mail of that purpose. */
    Map<Suppressed, Long> suppressed(List<Long> members, Purpose purpose) {
        var counts = new EnumMap<Suppressed, Long>(Suppressed.class);
        for (int from = 0; from < members.size(); from += AT_ONCE) {
            count(members.subList(from, Math.min(members.size(), from + AT_ONCE)), purpose, counts);
        }
        return counts;
    }

    private void count(List<Long> some, Purpose purpose, Map<Suppressed, Long> counts) {
        letters.suppressed(some, purpose).forEach((why, members) -> counts.merge(why, members, Long::sum));
    }

    /**
     * To how many a mail that leads into the webinar could not be sent, as they stand now. Of a step with choices nothing
     * is said, nor of one behind others that may let them in.
     */
    long withoutWayIn(Qualified qualified, List<Step> before, Step step) {
        var count = new AtomicLong();
        if (before.stream().allMatch(MailForecasts::mails)
                && step.choices().isEmpty()
                && step.otherwise() instanceof Action.SendMail mail
                && templates.leadsIn(mail.templateId())) {
            each(qualified, some -> count.addAndGet(letters.withoutWayIn(some)));
        }
        return count.get();
    }

    private static boolean mails(Step step) {
        return step.choices().isEmpty() && step.otherwise() instanceof Action.SendMail;
    }

    private void each(Qualified qualified, Consumer<List<Long>> work) {
        var after = 0L;
        List<Long> some;
        do {
            some = ids(qualified, after);
            if (!some.isEmpty()) {
                work.accept(some);
                after = some.getLast();
            }
        } while (some.size() == AT_ONCE);
    }

    private List<Long> ids(Qualified qualified, long after) {
        var params = new Placeholders();
        return jdbc.sql("select m.id from member m where m.id > " + params.add(after) + " and "
                        + qualified.where(params) + " order by m.id limit " + AT_ONCE)
                .params(params.values())
                .query(Long.class)
                .list();
    }
}
