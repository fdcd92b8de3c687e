package rollcall.waitlist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.PlainChange;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.StatusCode;

/**
 * The capacity of a program is raised by a part of those who wait for a seat: the first of them are promoted, as the worker
 * does it. The floor changes the same rows in the same chunks.
 */
public class PromotionBench implements Case {

    @Override
    public String name() {
        return "promotion";
    }

    @Override
    public void measure(Ground ground, Figures figures) {
        Crowd.neighbours(ground);
        var measured = waiting(ground, "Measured");
        var plain = waiting(ground, "Plain SQL");
        var many = ground.part() / ground.runs();
        var promoted = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        for (int run = 1; run <= ground.runs(); run++) {
            var seats = run * many;
            promoted.add(Ground.time(() -> promote(ground, measured, seats)));
            check(ground, measured, seats);
            var next = next(ground, plain, many);
            floor.add(Ground.time(() -> plainly(ground, plain, next)));
        }
        var what = "%,d promoted from a waitlist of".formatted(many);
        figures.beside(what, ground.database(), ground.size(), promoted, floor);
    }

    private static Program waiting(Ground ground, String name) {
        var program = Crowd.of(ground, withWaitlist(Crowd.plan(name)), ground.size(), List.of(StatusCode.WAITLISTED));
        ground.jdbc()
                .sql("update member set waitlist_number = id where program_id = :program")
                .param("program", program.key())
                .update();
        return program;
    }

    private static ProgramPlan withWaitlist(ProgramPlan plan) {
        return new ProgramPlan(
                plan.name(),
                plan.description(),
                plan.startsAt(),
                plan.endsAt(),
                plan.zone(),
                0,
                false,
                true,
                false,
                null);
    }

    /** As it stands after somebody edited it; the worker is run here, so that what it is woken by is not measured. */
    private static void promote(Ground ground, Program program, int seats) {
        ground.jdbc()
                .sql("update program set capacity = :seats where id = :program")
                .param("seats", seats)
                .param("program", program.key())
                .update();
        while (ground.bean(Promotions.class).run(program.key())) {
            // the next thousand
        }
    }

    private static void check(Ground ground, Program program, int promoted) {
        var waiting = next(ground, program, Integer.MAX_VALUE).size();
        if (waiting != ground.size() - promoted) {
            throw new IllegalStateException("%,d still wait.".formatted(waiting));
        }
    }

    private static List<Long> next(Ground ground, Program program, int many) {
        return ground.jdbc()
                .sql("""
                    select id from member where program_id = :program and status = 'WAITLISTED'
                    order by waitlist_priority desc, waitlist_number, id limit :many\
                    """)
                .param("program", program.key())
                .param("many", many)
                .query(Long.class)
                .list();
    }

    private static void plainly(Ground ground, Program program, List<Long> ids) {
        PlainChange.of(ground, program, "WAITLIST", StatusCode.REGISTERED).makeAll(ground, ids);
    }
}
