package rollcall.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.SideBySide;
import rollcall.bench.Statements;
import rollcall.bench.Statements.Sent;
import rollcall.bench.Visitor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * The list of members in a program of a thousand and in a large one, among 200 others: each page beside the same page in the
 * small program, and its statement beside the plainest one that the indices there are allow. Then many look at once.
 */
public class MembersBench implements Case {

    private static final int SMALL = 1_000;
    private static final int LOOKS = 15;
    private static final int AT_ONCE = 1_200;
    private static final String LINES = "from member m join person p";

    private static final List<StatusCode> STATUSES = List.of(
            StatusCode.INVITED,
            StatusCode.INVITED,
            StatusCode.INVITED,
            StatusCode.REGISTERED,
            StatusCode.REGISTERED,
            StatusCode.PENDING_APPROVAL,
            StatusCode.REJECTED,
            StatusCode.NO_SHOW);

    @Override
    public String name() {
        return "members";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        Crowd.neighbours(ground);
        var small = Crowd.of(ground, Crowd.plan("Small"), SMALL, STATUSES);
        var large = Crowd.of(ground, Crowd.plan("Large"), ground.size(), STATUSES);
        var managers = Visitor.managing(ground, SideBySide.CLIENTS, small, large);
        for (var list : MemberLooks.ALL) {
            pages(ground, figures, managers.getFirst(), list, small, large);
            statement(ground, figures, list, large);
        }
        counts(ground, figures, small, large);
        atOnce(ground, figures, managers, large);
    }

    private static void pages(
            Ground ground, Figures figures, Visitor manager, MemberLooks list, Program small, Program large) {
        var inSmall = new ArrayList<Duration>();
        var inLarge = new ArrayList<Duration>();
        var there = list.address(ground, small);
        var here = list.address(ground, large);
        manager.times(there, LOOKS); // what is slow the first time is not what is measured
        manager.times(here, LOOKS);
        for (int run = 0; run < ground.runs(); run++) {
            inSmall.addAll(manager.times(there, LOOKS));
            inLarge.addAll(manager.times(here, LOOKS));
        }
        var name = "members page, " + list.title() + ", beside 1,000";
        figures.inMilliseconds(name, ground.database(), ground.size(), inLarge, inSmall);
    }

    /** What is really sent for the lines of the page; how the database answers it is printed. */
    private static void statement(Ground ground, Figures figures, MemberLooks list, Program program) {
        var sent = Statements.during(() -> lines(ground, list, program)).stream()
                .filter(one -> one.text().contains(LINES))
                .toList();
        sent.forEach(ground::shown);
        var floor = list.floor(ground, program);
        var measured = new ArrayList<Duration>();
        var plain = new ArrayList<Duration>();
        for (int look = 0; look < LOOKS * ground.runs(); look++) {
            var most = Members.PAGE + look % 2; // H2 would repeat its last answer to the same question
            measured.add(Ground.time(() -> sent.forEach(one -> ask(ground, one, most))));
            plain.add(Ground.time(() -> plainly(ground, floor, most)));
        }
        var name = "its SQL, " + list.title();
        figures.inMilliseconds(name, ground.database(), ground.size(), measured, plain);
    }

    private static MemberPage lines(Ground ground, MemberLooks list, Program program) {
        var address = MemberListAddress.of(program.key(), QueryString.parse(list.query(ground, program)));
        var form = address.form();
        return ground.bean(Members.class)
                .page(program, form.filter(program.zoneId()), form.sort(), address.after(), address.before());
    }

    /** The limit stands last. */
    private static List<Long> ask(Ground ground, Sent sent, int most) {
        var values = sent.values().toArray();
        values[values.length - 1] = most;
        RowMapper<Long> id = (row, n) -> row.getLong("id");
        return ground.bean(JdbcTemplate.class).query(sent.text(), id, values);
    }

    private static List<Long> plainly(Ground ground, MemberLooks.Floor floor, int most) {
        return ground.jdbc()
                .sql(floor.sql())
                .params(floor.params())
                .param("most", most)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    private static void counts(Ground ground, Figures figures, Program small, Program large) {
        var kept = new ArrayList<Duration>();
        var counted = new ArrayList<Duration>();
        for (int look = 0; look < LOOKS * ground.runs(); look++) {
            summed(ground, small); // as above, H2 would repeat itself
            counted(ground, small);
            kept.add(Ground.time(() -> summed(ground, large)));
            counted.add(Ground.time(() -> counted(ground, large)));
        }
        figures.inMilliseconds(
                "counts for each status, beside counting", ground.database(), ground.size(), kept, counted);
    }

    private static Map<String, Long> summed(Ground ground, Program program) {
        return ground.bean(Members.class).counts(program.key());
    }

    private static List<Map<String, Object>> counted(Ground ground, Program program) {
        return ground.jdbc()
                .sql("select status, count(*) from member where program_id = :program group by status")
                .param("program", program.key())
                .query()
                .listOfRows();
    }

    private static void atOnce(Ground ground, Figures figures, List<Visitor> managers, Program program)
            throws Exception {
        var addresses = MemberLooks.ALL.stream()
                .map(list -> list.address(ground, program))
                .toList();
        var whole = new ArrayList<Duration>();
        var usual = new ArrayList<Duration>();
        var slow = new ArrayList<Duration>();
        for (int run = 0; run < ground.runs(); run++) {
            var looks = SideBySide.of(
                    AT_ONCE, (client, n) -> managers.get(client).read(addresses.get(n % addresses.size())));
            whole.add(looks.whole());
            usual.add(looks.within(50));
            slow.add(looks.within(99));
        }
        figures.rate("members pages for 16 clients, each in turn", ground.database(), AT_ONCE, whole);
        figures.inMilliseconds("99 % of these within, beside 50 %", ground.database(), AT_ONCE, slow, usual);
    }
}
