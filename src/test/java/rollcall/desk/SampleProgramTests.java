package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.member.Cause;
import rollcall.member.Change;
import rollcall.member.MemberFilter;
import rollcall.member.MemberLine;
import rollcall.member.MemberSort;
import rollcall.member.Members;
import rollcall.member.Newcomer;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.SignedIn;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class SampleProgramTests {

    @Autowired
    SampleProgram sample;

    @Autowired
    Programs programs;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    StatusChanges changes;

    @Autowired
    Inspection inspection;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void tidy() {
        sample.remove(Actor.SYSTEM);
    }

    @Test
    void fortyPeopleStandInAllTenStatuses() {
        var program = sample.add();
        var counts = members.counts(program.key());
        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(StatusCode.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
        assertThat(program.sample()).isTrue();
        assertThat(members.seats(program).free()).isZero();
        assertThat(members.seats(program).over()).isZero();
    }

    @Test
    void theirAddressesBelongToNobody() {
        assertThat(SamplePerson.all()).hasSize(40).allSatisfy(one -> {
            assertThat(one.details().problems()).isEmpty();
            assertThat(one.details().email()).matches(".+@(.+\\.)?example\\.(com|org|net)");
        });
    }

    @Test
    void theHistoryTellsAStoryInOrder() {
        var program = sample.add();
        var attended = members.page(program, MemberFilter.withStatus("ATTENDED"), MemberSort.NAME, null, null)
                .lines()
                .getFirst();
        var history = members.history(program, attended.id()).reversed();
        assertThat(history)
                .extracting(change -> change.to().key())
                .containsExactly("INVITED", "PENDING_APPROVAL", "REGISTERED", "ATTENDED");
        assertThat(history).extracting(change -> change.at()).isSorted();
        assertThat(attended.successAt()).isAfter(program.endsAt());
    }

    /** As the page of each member tells it: nothing was written down later, and nothing is still to come. */
    @Test
    void everybodysTimelineIsInOrderAndSignedByWhoeverDidIt() {
        var program = sample.add();
        var everybody = members.page(program, MemberFilter.EVERYBODY, MemberSort.NAME, null, null)
                .lines();
        assertThat(everybody).hasSize(38);
        for (var one : everybody) {
            var history = members.history(program, one.id()).reversed();
            assertThat(history).as(one.label()).allSatisfy(change -> {
                assertThat(change.recordedAt()).isEqualTo(change.at()).isBefore(clock.instant());
                assertThat(change.by()).isNotEqualTo(Actor.SYSTEM);
            });
            assertThat(history).as(one.label()).extracting(Change::at).isSorted();
            assertThat(history.getFirst().cause()).isEqualTo(Cause.IMPORT);
        }
        assertThat(jdbc.sql("""
            select count(*) from decision d join change_set s on s.id = d.change_set_id
            where d.program_id = :program and d.decided_at = s.made_at and d.actor_name = 'Astrid Holm'\
            """)
                        .param("program", program.key())
                        .query(Long.class)
                        .single())
                .as("decisions stand where they were made")
                .isEqualTo(31);
        var attended = members.page(program, MemberFilter.withStatus("ATTENDED"), MemberSort.NAME, null, null)
                .lines();
        assertThat(attended)
                .extracting(MemberLine::statusReason)
                .doesNotHaveDuplicates()
                .allMatch(reason -> reason.matches("\\d\\d minutes live"));
    }

    @Test
    void itBreaksNoInvariant() {
        sample.add();
        assertThat(Inspected.breaches(inspection)).isEmpty();
    }

    @Test
    void thereIsOneAtMost() {
        assertThat(sample.add().key()).isEqualTo(sample.add().key());
    }

    @Test
    void itGoesWithEverybodyWhoIsNowhereElse() {
        var program = sample.add();
        var priya = people.byEmail("priya.raman@indigofields.example.net").orElseThrow();
        var other = programs.create(Actor.SYSTEM, Plans.named("Another one"));
        changes.join(
                StatusRequest.of(other.key(), StatusCode.INVITED, Cause.PERSON, Actor.SYSTEM),
                List.of(Newcomer.of(priya.id())));

        sample.remove(Actor.SYSTEM);

        assertThat(programs.sample()).isEmpty();
        assertThat(people.byEmail("priya.raman@indigofields.example.net")).isPresent();
        assertThat(people.byEmail("wei.zhang@lotusfreight.example.net")).isEmpty();
        assertThat(members.counts(program.key())).isEmpty();
    }

    @Test
    void anAdministratorPutsItInAndAManagerTakesItOut() {
        assertThat(mvc.post().uri("/admin/sample").with(SignedIn.manager()).with(csrf()))
                .hasStatus(403);
        assertThat(programs.sample()).isEmpty();

        assertThat(mvc.post()
                        .uri("/admin/sample")
                        .with(SignedIn.administrator())
                        .with(csrf()))
                .hasStatus(303);
        assertThat(programs.sample()).isPresent();

        assertThat(mvc.post()
                        .uri("/programs/sample/removal")
                        .with(SignedIn.viewer())
                        .with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/programs/sample/removal")
                        .with(SignedIn.manager())
                        .with(csrf()))
                .hasStatus(303)
                .hasRedirectedUrl("/programs");
        assertThat(programs.sample()).isEmpty();
    }
}
