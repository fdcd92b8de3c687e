package rollcall.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.PlainChange;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * A bulk change of a part of a program's members, by their status, as its job makes it: with a limit of seats and without
 * one. The floor changes the same rows in the same chunks.
 */
public class BulkBench implements Case {

    /** Each run takes the same members a step further. */
    private static final List<StatusCode> STATUSES =
            List.of(StatusCode.INVITED, StatusCode.REGISTERED, StatusCode.NO_SHOW, StatusCode.ATTENDED);

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public void measure(Ground ground, Figures figures) {
        Crowd.neighbours(ground);
        var open = crowd(ground, "Open", null);
        var limited = crowd(ground, "Limited", ground.size());
        var plain = crowd(ground, "Plain SQL", null);
        var free = new ArrayList<Duration>();
        var seated = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        for (int run = 0; run < Math.min(ground.runs(), STATUSES.size() - 1); run++) {
            var from = STATUSES.get(run);
            var to = STATUSES.get(run + 1);
            free.add(Ground.time(() -> change(ground, open, from, to)));
            seated.add(Ground.time(() -> change(ground, limited, from, to)));
            floor.add(Ground.time(() -> plainly(ground, plain, from, to)));
        }
        var what = "bulk change of %,d in".formatted(invited(ground));
        figures.beside(what, ground.database(), ground.size(), free, floor);
        figures.beside(what + ", with a limit of seats", ground.database(), ground.size(), seated, floor);
    }

    /** One of so many is invited; the others are rejected, and stay so. */
    private static Program crowd(Ground ground, String name, @Nullable Integer seats) {
        var turn = new ArrayList<>(Collections.nCopies(ground.size() / ground.part(), StatusCode.REJECTED));
        turn.set(0, StatusCode.INVITED);
        var plan = Crowd.plan(name);
        return Crowd.of(ground, seats == null ? plan : plan.seating(seats), ground.size(), turn);
    }

    private static int invited(Ground ground) {
        return ground.size() / (ground.size() / ground.part());
    }

    private static void change(Ground ground, Program program, StatusCode from, StatusCode to) {
        var request = StatusRequest.of(program.key(), to, Cause.PERSON, Actor.SYSTEM);
        var some = new Selection.Matching(MemberFilter.withStatus(from.name()));
        if (ground.bean(BulkChanges.class).confirm(program, request, some) instanceof Confirmed.Running(var job)) {
            Ground.await(() ->
                    ground.bean(Jobs.class).find(job).orElseThrow().state().ended());
        }
        if (ground.bean(Members.class).counts(program.key()).containsKey(from.name())) {
            throw new IllegalStateException("Not all are %s.".formatted(to));
        }
    }

    private static void plainly(Ground ground, Program program, StatusCode from, StatusCode to) {
        var ids = ground.jdbc()
                .sql("select id from member where program_id = :program and status = :from order by id")
                .param("program", program.key())
                .param("from", from.name())
                .query(Long.class)
                .list();
        PlainChange.of(ground, program, "PERSON", to).makeAll(ground, ids);
    }
}
