package rollcall.member;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** Programs with members, made through the doors, and what the database says of them. */
@Component
public class MembersFixture {

    private final Programs programs;
    private final People people;
    private final StatusChanges changes;
    private final JdbcClient jdbc;

    MembersFixture(Programs programs, People people, StatusChanges changes, JdbcClient jdbc) {
        this.programs = programs;
        this.people = people;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    public Program program(@Nullable Integer capacity) {
        return programs.create(Actor.SYSTEM, Plans.limited("Spring launch", capacity));
    }

    public StatusRequest ask(Program program, StatusCode to) {
        return StatusRequest.of(program.key(), to, Cause.PERSON, Actor.SYSTEM).because("as asked");
    }

    /** Fresh people, named by a number and in no program. */
    public List<Long> people(int count) {
        var details = IntStream.range(0, count)
                .mapToObj(i -> new PersonDetails(
                        "p%d-%s@example.org".formatted(i, java.util.UUID.randomUUID()),
                        "First" + i,
                        "Last" + i,
                        "Company " + i % 3,
                        "",
                        "",
                        "",
                        "",
                        ""))
                .toList();
        var ids = new ArrayList<Long>();
        for (int from = 0; from < count; from += 1_000) {
            ids.addAll(people.bring(details.subList(from, Math.min(count, from + 1_000)), Known.LEAVE));
        }
        return ids;
    }

    /** Fresh members of the program, all with that status, in the order in which they came. */
    public List<Long> members(Program program, int count, StatusCode status) {
        var ids = new ArrayList<Long>();
        var fresh = people(count);
        for (int from = 0; from < count; from += 1_000) {
            var some = fresh.subList(from, Math.min(count, from + 1_000)).stream()
                    .map(Newcomer::of)
                    .toList();
            changes.join(ask(program, status), some).outcomes().forEach(outcome -> ids.add(outcome.memberId()));
        }
        return ids;
    }

    public void join(Program program, long person, StatusCode status) {
        changes.join(ask(program, status), List.of(Newcomer.of(person)));
    }

    /** As a provider reports it; part of the caller's transaction, if there is one. */
    public void reported(Program program, long member, StatusCode to) {
        changes.change(StatusRequest.of(program.key(), to, Cause.PROVIDER, new Actor("provider:x", "X")), member);
    }

    public void change(Program program, List<Long> some, StatusCode to) {
        changes.change(ask(program, to), some);
    }

    /** Away with it and with all who are in it alone, when there are so many that others would suffer. */
    public void remove(Program program) {
        var people = jdbc.sql("select person_id from member where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .list();
        jdbc.sql("delete from program where id = :program")
                .param("program", program.key())
                .update();
        for (int from = 0; from < people.size(); from += 1_000) {
            jdbc.sql("""
                delete from person where id in (:some) and not exists (
                    select 1 from member m where m.person_id = person.id)\
                """)
                    .param("some", people.subList(from, Math.min(people.size(), from + 1_000)))
                    .update();
        }
    }

    public long member(Program program, StatusCode status) {
        return members(program, 1, status).getFirst();
    }

    /** From now on nothing that a list is ordered by tells the members of the program apart. */
    /** As if so many more were invited that nothing is looked for anywhere at once. */
    void pretendToBeLarge(Program program, Runnable meanwhile) {
        invite(program, 10_000);
        try {
            meanwhile.run();
        } finally {
            invite(program, -10_000);
        }
    }

    private void invite(Program program, int more) {
        jdbc.sql("insert into status_count (program_id, status, n) values (:program, 'INVITED', :more)")
                .param("program", program.key())
                .param("more", more)
                .update();
    }

    void makeAlike(Program program) {
        jdbc.sql("""
            update member set name_key = 'byron ada', email_key = 'ada', joined_at = :at, changed_at = :at
            where program_id = :program\
            """)
                .param("at", Timestamp.from(TestClock.START))
                .param("program", program.key())
                .update();
    }

    public long personOf(long memberId) {
        return jdbc.sql("select person_id from member where id = :id")
                .param("id", memberId)
                .query(Long.class)
                .single();
    }

    public String statusOf(long memberId) {
        return jdbc.sql("select status from member where id = :id")
                .param("id", memberId)
                .query(String.class)
                .single();
    }

    /** The history as words, the oldest first: {@code -→INVITED}. */
    public List<String> history(long memberId) {
        return jdbc.sql("""
            select coalesce(from_status, '-') || '→' || to_status from status_change
            where member_id = :id order by seq\
            """).param("id", memberId).query(String.class).list();
    }

    /** How many members have each status, counted one by one. */
    public Map<String, Long> counted(Program program) {
        var counts = new java.util.TreeMap<String, Long>();
        jdbc.sql("select status, count(*) as n from member where program_id = :program group by status")
                .param("program", program.key())
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("n"));
                });
        return counts;
    }

    public int taken(Program program) {
        return jdbc.sql("select taken from program_seats where program_id = :program")
                .param("program", program.key())
                .query(Integer.class)
                .single();
    }

    public int countRows(Program program) {
        return jdbc.sql("select count(*) from status_count where program_id = :program")
                .param("program", program.key())
                .query(Integer.class)
                .single();
    }
}
