package rollcall.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.desk.SampleStory.Chapter;
import rollcall.member.Members;
import rollcall.member.Newcomer;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.provider.Webinars;

/**
 * A program to try things out in: a webinar of the last working day with forty invented people in all ten statuses, held
 * at the simulator. What happened to them went through the same door as everything else.
 */
@Service
public class SampleProgram {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Programs programs;
    private final People people;
    private final Members members;
    private final StatusChanges changes;
    private final Webinars webinars;
    private final SampleHands signed;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleProgram(
            Programs programs,
            People people,
            Members members,
            StatusChanges changes,
            Webinars webinars,
            SampleHands signed,
            JdbcClient jdbc,
            Clock clock) {
        this.programs = programs;
        this.people = people;
        this.members = members;
        this.changes = changes;
        this.webinars = webinars;
        this.signed = signed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts it in; the one that is there already when there is one. */
    @Transactional
    public Program add() {
        return programs.sample().orElseGet(this::make);
    }

    private Program make() {
        var everybody = SamplePerson.all();
        var program = programs.createSample(plan(everybody));
        var ids = people.bring(everybody.stream().map(SamplePerson::details).toList(), Known.LEAVE);
        for (var chapter : SampleStory.chapters()) {
            tell(chapter, program, everybody, ids);
        }
        signed.by(program);
        // Only now: what has happened needs no sending, and whoever still is Registered is sent to the simulator.
        webinars.choose(program, "simulator");
        return program;
    }

    /** As many seats as are taken in the end, so that those who wait do so for a reason. */
    private ProgramPlan plan(List<SamplePerson> everybody) {
        var start = lastWorkingDay().atTime(16, 0).atZone(ZONE).toInstant();
        return new ProgramPlan(
                "Onboarding that people remember",
                "How three teams rebuilt the first ninety days: what they measured, what they dropped, and what they"
                        + " would do again.",
                start,
                start.plus(Duration.ofHours(1)),
                ZONE,
                SampleStory.seats(everybody),
                true,
                true,
                false,
                "https://webinars.example.com/onboarding");
    }

    private LocalDate lastWorkingDay() {
        var day = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private void tell(Chapter chapter, Program program, List<SamplePerson> everybody, List<Long> ids) {
        var since = program.startsAt().plus(chapter.after());
        var some = new ArrayList<Newcomer>();
        for (int i = 0; i < everybody.size(); i++) {
            if (chapter.tellsOf(everybody.get(i))) {
                var at = since.plus(chapter.apart().multipliedBy(i));
                some.add(new Newcomer(ids.get(i), null, chapter.reasonOf(i), at, null, null, Map.of()));
            }
        }
        var request = StatusRequest.of(program.key(), chapter.to(), chapter.cause(), Actor.SYSTEM);
        var asked = chapter.reported() ? request.asFact() : request;
        var together = chapter.apart().isZero() ? some.size() : 1;
        for (int from = 0; from < some.size(); from += together) {
            changes.join(asked, some.subList(from, from + together));
        }
    }

    /** Takes it away with everybody who is in no other program. */
    @Transactional
    public void remove(Actor who) {
        programs.sample().ifPresent(sample -> {
            var inIt = peopleOf(sample);
            programs.removeSample(who);
            people.forget(inIt.stream()
                    .filter(person -> members.programsOf(person).isEmpty())
                    .toList());
        });
    }

    private List<Long> peopleOf(Program program) {
        return jdbc.sql("select person_id from member where program_id = :program order by person_id")
                .param("program", program.key())
                .query(Long.class)
                .list();
    }
}
