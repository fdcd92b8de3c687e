package rollcall.campaign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        var after = 0L;
        List<Long> some;
        do {
            some = ids(qualified, after);
            if (!some.isEmpty()) {
                letters.suppressed(some, purpose).forEach((why, members) -> counts.merge(why, members, Long::sum));
                after = some.getLast();
            }
        } while (some.size() == AT_ONCE);
        return counts;
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
