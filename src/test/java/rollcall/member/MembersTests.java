package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

abstract class MembersTests {

    @Autowired
    private Members members;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private StatusCounts counts;

    @Autowired
    private People people;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void pagesForwardAndBackwardShowEveryMemberOnce(MemberSort sort) {
        for (int i = 0; i < 13; i++) {
            fixture.members(program, 10, INVITED);
            clock.advance(Duration.ofSeconds(i % 3));
        }

        var forward = walk(sort, MemberPage::after, true);
        var backward = walk(sort, MemberPage::before, false);

        assertThat(forward).hasSize(3).extracting(List::size).containsExactly(50, 50, 30);
        var ids = forward.stream().flatMap(List::stream).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(130);
        assertThat(backward.reversed().stream().flatMap(List::stream).toList())
                .isEqualTo(ids.subList(0, ids.size() - 30));
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void pagesOfPeopleWhoAreAllAlikeShowEveryMemberOnceToo(MemberSort sort) {
        fixture.members(program, 130, INVITED);
        fixture.makeAlike(program);

        var forward = walk(sort, MemberPage::after, true);
        var backward = walk(sort, MemberPage::before, false);

        var ids = forward.stream().flatMap(List::stream).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(130);
        assertThat(backward.reversed().stream().flatMap(List::stream).toList())
                .isEqualTo(ids.subList(0, ids.size() - 30));
        fixture.remove(program);
    }

    /** The ids on each page, from the first page on, or from the one before the last back to the first. */
    private List<List<Long>> walk(MemberSort sort, UnaryStep next, boolean forward) {
        var pages = new ArrayList<List<Long>>();
        var page = members.page(program, MemberFilter.EVERYBODY, sort, null, null);
        if (!forward) {
            while (page.after() != null) {
                page = members.page(program, MemberFilter.EVERYBODY, sort, page.after(), null);
            }
            page = members.page(program, MemberFilter.EVERYBODY, sort, null, page.before());
        }
        pages.add(ids(page));
        for (var key = next.of(page); key != null; key = next.of(page)) {
            page = forward
                    ? members.page(program, MemberFilter.EVERYBODY, sort, key, null)
                    : members.page(program, MemberFilter.EVERYBODY, sort, null, key);
            pages.add(ids(page));
        }
        return pages;
    }

    private interface UnaryStep {
        @Nullable
        String of(MemberPage page);
    }

    private static List<Long> ids(MemberPage page) {
        return page.lines().stream().map(MemberLine::id).toList();
    }

    @Test
    void aMadeUpPageKeyShowsTheFirstPage() {
        fixture.members(program, 3, INVITED);
        var stranger = fixture.member(fixture.program(null), INVITED);
        for (var key : List.of("x", "1.2.3", "-1", "99999999999999999999", "1.5", "999999999999", "" + stranger)) {
            assertThat(members.page(program, MemberFilter.EVERYBODY, MemberSort.NAME, key, null)
                            .lines())
                    .as(key)
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada,       Ada Lovelace",
        "lovelace,  Ada Lovelace",
        "'Lovelace A', Ada Lovelace",
        "ÅSA,       Åsa Öberg",
        "asa oberg, Åsa Öberg",
        "öberg,     Åsa Öberg",
        "analytical, Ada Lovelace",
        "asa@,      Åsa Öberg",
        "100%,      Percy Cent",
        "a_b,       Percy Cent",
    })
    void findsNamesAddressesAndCompaniesWhateverTheirCaseAndAccents(String typed, String found) {
        join("ada@example.org", "Ada", "Lovelace", "Analytical Engines");
        join("asa@example.org", "Åsa", "Öberg", "Brädspel AB");
        join("a_b@example.org", "Percy", "Cent", "100% Wool");
        join("axb@example.org", "Other", "Person", "100 Sheep");

        assertThat(names(searching(typed))).containsExactly(found);
    }

    @Test
    void searchingForABlankOrForNobodysNameIsNoError() {
        join("ada@example.org", "Ada", "Lovelace", "");
        assertThat(names(searching("  "))).containsExactly("Ada Lovelace");
        assertThat(names(searching("'; drop table member; --"))).isEmpty();
    }

    @Test
    void filtersByStatusReasonSuccessAndDateOfChange() {
        var invited = fixture.member(program, INVITED);
        clock.advance(Duration.ofHours(1));
        var registered = fixture.member(program, REGISTERED);
        changes.change(fixture.ask(program, StatusCode.ATTENDED).because("Came 100% late"), registered);
        clock.advance(Duration.ofHours(1));
        var out = fixture.member(program, INVITED);
        changes.change(fixture.ask(program, NOT_IN_PROGRAM), out);
        var middle = TestClock.START.plus(Duration.ofMinutes(30));

        assertThat(found(filter -> filter)).containsExactlyInAnyOrder(invited, registered);
        assertThat(found(filter -> with(List.of("NOT_IN_PROGRAM"), "", null, null, null)))
                .containsExactly(out);
        assertThat(found(filter -> with(List.of("INVITED", "ATTENDED"), "", null, null, null)))
                .containsExactlyInAnyOrder(invited, registered);
        assertThat(found(filter -> with(List.of(), "100% LATE", null, null, null)))
                .containsExactly(registered);
        assertThat(found(filter -> with(List.of(), "", true, null, null))).containsExactly(registered);
        assertThat(found(filter -> with(List.of(), "", false, null, null))).containsExactly(invited);
        assertThat(found(filter -> with(List.of(), "", null, middle, null))).containsExactly(registered);
        assertThat(found(filter -> with(List.of(), "", null, null, middle))).containsExactly(invited);
    }

    private static MemberFilter with(
            List<String> statuses,
            String reason,
            @Nullable Boolean success,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new MemberFilter(statuses, "", reason, success, from, to);
    }

    private List<Long> found(UnaryOperator<MemberFilter> narrow) {
        var filter = narrow.apply(MemberFilter.EVERYBODY);
        var ids = ids(members.page(program, filter, MemberSort.NAME, null, null));
        assertThat(members.count(program, filter)).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void goingThroughAllOfThemEndsAndMissesNobody() {
        fixture.members(program, 2_345, INVITED);
        var seen = new ArrayList<Long>();
        members.each(program, MemberFilter.EVERYBODY, MemberSort.NAME, line -> seen.add(line.id()));
        assertThat(seen).hasSize(2_345).doesNotHaveDuplicates();
        assertThat(members.countUpTo(program, MemberFilter.EVERYBODY, 1_000)).isEqualTo(1_000);
    }

    @Test
    void foldingTheCountsChangesNoCount() {
        var ids = fixture.members(program, 30, INVITED);
        ids.subList(0, 12).forEach(id -> changes.change(fixture.ask(program, REGISTERED), id));
        counts.fold(program.key());
        ids.subList(0, 2).forEach(id -> changes.change(fixture.ask(program, NOT_IN_PROGRAM), id));
        counts.fold(program.key());

        assertThat(members.counts(program.key()))
                .isEqualTo(Map.of("INVITED", 18L, "REGISTERED", 10L, "NOT_IN_PROGRAM", 2L));
        assertThat(fixture.countRows(program)).isEqualTo(3);
    }

    @Test
    void anEditedNameIsFoundUnderItsNewKeyAtOnce() {
        join("ada@example.org", "Ada", "Byron", "");
        var person = people.byEmail("ADA@example.org").orElseThrow();
        people.edit(person.id(), person.version(), details("ada@example.org", "Ada", "Lovelace", ""));

        assertThat(names(searching("lovelace"))).containsExactly("Ada Lovelace");
        assertThat(names(searching("byron"))).isEmpty();
    }

    @Test
    void whoHasNoNameStandsWhereTheAddressBelongs() {
        join("zoe@example.org", "", "", "");
        join("dora@example.org", "", "", "");
        join("ada@example.org", "Ada", "Byron", "");
        join("grace@example.org", "Grace", "Hopper", "");

        assertThat(members.page(program, MemberFilter.EVERYBODY, MemberSort.NAME, null, null)
                        .lines())
                .extracting(MemberLine::label)
                .containsExactly("Ada Byron", "dora@example.org", "Grace Hopper", "zoe@example.org");
        assertThat(members.page(program, MemberFilter.EVERYBODY, MemberSort.NAME_REVERSED, null, null)
                        .lines())
                .extracting(MemberLine::label)
                .containsExactly("zoe@example.org", "Grace Hopper", "dora@example.org", "Ada Byron");
    }

    private MemberFilter searching(String typed) {
        return new MemberFilter(List.of(), typed, "", null, null, null);
    }

    private List<String> names(MemberFilter filter) {
        return members.page(program, filter, MemberSort.NAME, null, null).lines().stream()
                .map(MemberLine::name)
                .toList();
    }

    private void join(String email, String first, String last, String company) {
        var person = people.bring(List.of(details(email, first, last, company)), Known.OVERWRITE);
        changes.join(fixture.ask(program, INVITED), List.of(Newcomer.of(person.getFirst())));
    }

    private static PersonDetails details(String email, String first, String last, String company) {
        return new PersonDetails(email, first, last, company, "", "", "", "", "");
    }
}
