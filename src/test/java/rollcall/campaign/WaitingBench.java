package rollcall.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.Heap;
import rollcall.bench.Statements;
import rollcall.bench.Visitor;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * What it costs that very many wait in a campaign: how they come in within the heap there is, what the pages and the workers
 * of others take before and after, and how the database answers what is asked then. A plan that goes through all entries or
 * all letters ends the bench.
 */
public class WaitingBench implements Case {

    private static final int OTHERS = 1_000;
    private static final int LOOKS = 15;
    private static final Pattern THEIRS = Pattern.compile("\\b(campaign_entry|letter)\\b");
    private static final Pattern SCAN =
            Pattern.compile("(campaign_entry|letter)\\.tablescan|seq scan on (campaign_entry|letter)\\b");

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        var full = Crowd.of(ground, "Full", ground.size());
        var other = Crowd.of(ground, "Other", OTHERS);
        var visitor = Visitor.signedIn(ground);
        var pages = List.of("/programs/%d/members", "/programs/%d/members?sort=changed");
        var template = "/programs/%d/campaigns";
        looks(visitor, full, pages); // what is slow the first time is not what is measured
        works(ground, other, 2);
        var before = looks(visitor, full, pages);
        var worked = works(ground, other, 3);

        var heap = Heap.during(() -> letThemWait(ground, full, figures));
        figures.alone(Heap.WHAT, ground.database(), ground.size(), heap);

        var after = looks(visitor, full, pages);
        for (int n = 0; n < pages.size(); n++) {
            figures.inMilliseconds(
                    "page " + pages.get(n), ground.database(), ground.size(), after.get(n), before.get(n));
        }
        figures.inMilliseconds(
                "another campaign of two steps, " + OTHERS + " members",
                ground.database(),
                ground.size(),
                works(ground, other, 3),
                worked);
        figures.alone(
                "page of all campaigns",
                ground.database(),
                ground.size(),
                "%d ms"
                        .formatted(visitor.times(template.formatted(full.key()), 3)
                                .getLast()
                                .toMillis()));
        plans(ground, () -> {
            looks(visitor, full, pages);
            works(ground, other, 1);
            ground.bean(EntryRows.class).campaignsDue(Instant.now());
        });
    }

    /** Everybody gets another status and waits for a month. */
    private static void letThemWait(Ground ground, Program program, Figures figures) {
        var definition = CampaignBench.batch(
                new Action.ChangeStatus(StatusCode.WAITLISTED.name(), "bench"),
                new Action.WaitFor(30, EventTime.Unit.DAYS),
                new Action.Remove());
        var campaigns = ground.bean(Campaigns.class);
        var id = campaigns.create(program, "Waiting", definition, Actor.SYSTEM);
        campaigns.switchOn(program, id, Actor.SYSTEM);
        var in = Ground.time(() -> campaigns.run(program, id, Actor.SYSTEM));
        figures.alone("all come in", ground.database(), ground.size(), List.of(in));
        var waiting = Ground.time(() -> CampaignBench.await(ground, """
            select count(*) from (
                select id from campaign_entry where campaign_id = :id and due_at < current_timestamp + interval '1' day
                order by campaign_id, due_at limit 1) soon\
            """, "id", id));
        figures.alone("all change their status and wait", ground.database(), ground.size(), List.of(waiting));
        ground.jdbc().sql("analyze").update();
    }

    private static List<List<Duration>> looks(Visitor visitor, Program program, List<String> pages) {
        return pages.stream()
                .map(page -> visitor.times(page.formatted(program.key()), LOOKS))
                .toList();
    }

    /** A batch of two steps, as a whole: its letters go out as well. */
    private static List<Duration> works(Ground ground, Program program, int times) {
        var durations = new ArrayList<Duration>();
        for (int n = 0; n < times; n++) {
            durations.add(CampaignBench.campaign(ground, program, StatusCode.INVITED));
            CampaignBench.lettersGone(ground, program);
        }
        return durations;
    }

    private static void plans(Ground ground, Runnable work) {
        var scanned = new ArrayList<String>();
        Statements.during(work).stream()
                .filter(sent -> THEIRS.matcher(sent.text()).find())
                .map(ground::shown)
                .forEach(plan -> {
                    if (SCAN.matcher(plan).find()) {
                        scanned.add(plan);
                    }
                });
        if (!scanned.isEmpty()) {
            throw new IllegalStateException("These go through all rows: " + scanned);
        }
    }
}
