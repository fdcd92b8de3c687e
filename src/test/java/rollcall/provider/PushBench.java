package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.member.Cause;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * Registrations that wait are sent one by one to a Zoom of our own, which takes 50 ms for each: 200 a second, 16 at the same
 * time. The floor is what the rate allows.
 */
public class PushBench implements Case {

    private static final int RATE = 200;

    @Override
    public String name() {
        return "pushes";
    }

    @Override
    public List<String> settings() {
        return List.of("--rollcall.provider.zoom.rate=" + RATE, "--rollcall.provider.zoom.concurrency=16");
    }

    @Override
    public void measure(Ground ground, Figures figures) {
        var measured = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        for (int run = 0; run < ground.runs(); run++) {
            measured.add(pushed(ground, run));
            floor.add(Duration.ofSeconds(1).multipliedBy(ground.size()).dividedBy(RATE));
        }
        figures.beside("registrations sent singly to a provider", ground.database(), ground.size(), measured, floor);
    }

    private static Duration pushed(Ground ground, int run) {
        var program = Crowd.of(ground, "Pushes " + run, ground.size());
        var connection = ground.bean(Connections.class).all().getFirst().id();
        var event = new EventRef("zoom", "9700000000" + run, connection);
        ground.bean(Webinars.class).choose(program, event, false);
        var webinars = ground.bean(WebinarRows.class);
        webinars.hold(program.key(), event, Instant.now().plusSeconds(3_600), "Not yet.");
        register(ground, program);
        return Ground.time(() -> {
            webinars.hold(program.key(), event, null, null);
            ground.application().publishEvent(new PushesQueued(program.key()));
            Ground.await(() -> waiting(ground, program) == 0);
        });
    }

    private static void register(Ground ground, Program program) {
        var request = StatusRequest.of(program.key(), StatusCode.REGISTERED, Cause.IMPORT, Actor.SYSTEM);
        var members = ground.members(program);
        for (int from = 0; from < members.size(); from += StatusChanges.MOST) {
            var some = members.subList(from, Math.min(members.size(), from + StatusChanges.MOST));
            ground.bean(StatusChanges.class).change(request, some);
        }
    }

    private static long waiting(Ground ground, Program program) {
        return ground.jdbc()
                .sql("select count(*) from member where program_id = :program and delivery <> 'ACCEPTED'")
                .param("program", program.key())
                .query(Long.class)
                .single();
    }
}
