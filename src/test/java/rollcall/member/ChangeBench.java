package rollcall.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.SideBySide;
import rollcall.bench.Visitor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * A manager changes the status of one member, over HTTP with session and token, and gets the row of the list back. The floor
 * is the least transaction that does it: lock, change, write the history, commit.
 */
public class ChangeBench implements Case {

    private static final int ALONE = 200;
    private static final int AT_ONCE = 2_000;

    @Override
    public String name() {
        return "change";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        Crowd.neighbours(ground);
        var measured = Crowd.of(ground, "Measured", ground.size());
        var plain = Crowd.of(ground, "Plain SQL", ground.size());
        var managers = Visitor.managing(ground, SideBySide.CLIENTS, measured);
        var members = new Waiting(ground, measured);
        var others = new Waiting(ground, plain);
        SideBySide.of(members.some(AT_ONCE), (client, n) -> change(managers.get(client), measured, members.next()));
        alone(ground, figures, managers.getFirst(), measured, members, others);
        atOnce(ground, figures, managers, measured, members, others);
    }

    /** Those whose status is not changed yet; where there are few, each run takes its share of them. */
    private static final class Waiting {

        private final int shares;
        private final int size;
        private final Iterator<Long> ids;

        Waiting(Ground ground, Program program) {
            var all = ground.members(program);
            this.shares = 2 * ground.runs() + 1;
            this.size = all.size();
            this.ids = all.iterator();
        }

        int some(int most) {
            return Math.min(most, size / shares);
        }

        synchronized long next() {
            return ids.next();
        }
    }

    private static void change(Visitor manager, Program program, long member) {
        var path = "/programs/%d/members/%d/status-changes".formatted(program.key(), member);
        var fields = Map.of(
                "status", "REGISTERED",
                "expected", "INVITED",
                "requestId", UUID.randomUUID().toString(),
                "list", "");
        if (!manager.post(path, fields).contains("data-status=\"REGISTERED\"")) {
            throw new IllegalStateException("The member is not registered.");
        }
    }

    private static int plainly(Ground ground, long member) {
        return ground.inTransaction(() -> {
            ground.jdbc()
                    .sql("select id from member where id = :id for update")
                    .param("id", member)
                    .query(Long.class)
                    .single();
            ground.jdbc()
                    .sql("""
                        update member set previous_status = status, previous_step = status_step, status = :to, status_step = 40,
                            seq = seq + 1, changed_at = current_timestamp
                        where id = :id and status_step <= 40\
                        """)
                    .param("to", StatusCode.REGISTERED.name())
                    .param("id", member)
                    .update();
            return ground.jdbc().sql("""
                insert into status_change (member_id, change_set_id, seq, from_status, from_step, to_status, to_step,
                    reason, happened_at)
                select id, change_set_id, seq, previous_status, previous_step, status, status_step, '', changed_at
                from member where id = :id\
                """).param("id", member).update();
        });
    }

    private static void alone(
            Ground ground, Figures figures, Visitor manager, Program program, Waiting members, Waiting others) {
        var changes = new ArrayList<Duration>();
        var rows = new ArrayList<Duration>();
        for (int n = 0; n < ground.runs() * members.some(ALONE); n++) {
            changes.add(Ground.time(() -> change(manager, program, members.next())));
            rows.add(Ground.time(() -> plainly(ground, others.next())));
        }
        figures.inMilliseconds("one status change", ground.database(), ground.size(), changes, rows);
    }

    private static void atOnce(
            Ground ground, Figures figures, List<Visitor> managers, Program program, Waiting members, Waiting others)
            throws Exception {
        var changes = new ArrayList<Duration>();
        var rows = new ArrayList<Duration>();
        var many = members.some(AT_ONCE);
        for (int run = 0; run < ground.runs(); run++) {
            changes.add(SideBySide.of(many, (client, n) -> change(managers.get(client), program, members.next()))
                    .whole());
            rows.add(SideBySide.of(many, (client, n) -> plainly(ground, others.next()))
                    .whole());
        }
        figures.rate("status changes by 16 clients", ground.database(), many, changes);
        figures.rate("the same in plain SQL", ground.database(), many, rows);
        figures.beside("status changes by 16 clients beside plain SQL", ground.database(), many, changes, rows);
    }
}
