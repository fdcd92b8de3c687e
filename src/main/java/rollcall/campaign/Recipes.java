package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.mail.Templates;
import rollcall.program.Actor;
import rollcall.program.ProgramCreated;

/** Gives every program its usual letters and campaigns, all of them off: a new one the recipes, a clone its model's. */
@Component
class Recipes {

    private final Templates templates;
    private final CampaignRows rows;
    private final Copies copies;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Clock clock;

    Recipes(
            Templates templates,
            CampaignRows rows,
            Copies copies,
            MessageSource messages,
            JdbcClient jdbc,
            Attempts attempts,
            Clock clock) {
        this.templates = templates;
        this.rows = rows;
        this.copies = copies;
        this.messages = messages;
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.clock = clock;
    }

    @EventListener
    void on(ProgramCreated created) {
        if (created.clonedFrom() == null) {
            give(created.programId(), created.by());
        } else {
            templates.copyAll(created.clonedFrom(), created.programId(), created.by());
            copies.make(created.clonedFrom(), created.programId(), created.by());
        }
    }

    private void give(long programId, Actor by) {
        templates.addDefaults(programId, by);
        var letters = letters(programId);
        var all = Stream.of(Recipe.values())
                .filter(one -> !one.sendsMail() || letters.containsKey(one.name()))
                .map(one -> new CampaignRows.Fresh(text(one.message()), one.name(), definition(one, letters)))
                .toList();
        rows.insertRecipes(programId, all, by, now());
    }

    private Map<String, Long> letters(long programId) {
        var letters = new HashMap<String, Long>();
        for (var one : templates.of(programId)) {
            if (one.programId() != null && one.recipe() != null) {
                letters.put(one.recipe(), one.id());
            }
        }
        return letters;
    }

    private Definition definition(Recipe recipe, Map<String, Long> letters) {
        return recipe.sendsMail()
                ? recipe.sending(letters.getOrDefault(recipe.name(), 0L))
                : recipe.telling(text(recipe.message()), "");
    }

    /** Programs that were made before there were campaigns get theirs, one transaction each. */
    void giveToThoseWithout() {
        jdbc.sql("""
            select p.id from program p where not exists (select 1 from campaign c where c.program_id = p.id) order by p.id\
            """)
                .query(Long.class)
                .list()
                .forEach(id -> attempts.inTransaction(() -> {
                    give(id, Actor.SYSTEM);
                    return null;
                }));
    }

    /** Stored as the language of the house has it; pages say it in the reader's, as long as nobody has renamed it. */
    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
