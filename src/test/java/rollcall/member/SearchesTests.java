package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.Programs;

/** However a search is answered, it finds whom a look at each member finds, page by page, in the same order. */
abstract class SearchesTests {

    private static final int MEMBERS = 240;
    private static final int PAGE = 7;

    @Autowired
    private Members members;

    @Autowired
    private MemberReads reads;

    @Autowired
    private PageReads pages;

    @Autowired
    private ReasonWords reasons;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Programs programs;

    @Autowired
    private People people;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private LookedAt looked;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private Program program;

    @BeforeEach
    void fill() {
        program = fixture.program(null);
        var all = new ArrayList<Newcomer>();
        for (int n = 0; n < MEMBERS; n++) {
            all.add(Newcomer.of(
                    people.bring(List.of(somebody(n)), Known.OVERWRITE).getFirst()));
        }
        changes.join(fixture.ask(program, INVITED), all);
        for (var line : members.page(program, MemberFilter.EVERYBODY, MemberSort.EMAIL, null, null)
                .lines()) {
            changes.change(fixture.ask(program, random.nextBoolean() ? REGISTERED : NOT_IN_PROGRAM), line.id());
        }
    }

    @AfterEach
    void clear() {
        fixture.remove(program);
    }

    /** Of few letters, so that many names begin alike, and many people bear the same one. */
    private PersonDetails somebody(int n) {
        return new PersonDetails(
                word(3) + "." + n + "@" + program.key() + ".example.org",
                word(2),
                word(2),
                random.nextBoolean() ? "" : word(2),
                "",
                "",
                "",
                "",
                "");
    }

    private String word(int longest) {
        var letters = "abÅ_%";
        return random.ints(1 + random.nextInt(longest), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void howeverManyBeginSoTheSameAreFound(MemberSort sort) {
        for (int time = 0; time < 12; time++) {
            var typed = word(2);
            var many =
                    SearchKey.ALL.stream().filter(key -> random.nextBoolean()).toList();
            var few = SearchKey.ALL.stream().filter(key -> !many.contains(key)).toList();
            var found = new Search.Found(looked.people(few, typed));
            var search = many.isEmpty() ? found : new Search.Beginning(typed, many, found);
            var statuses = random.nextBoolean() ? List.<String>of() : List.of("INVITED");
            var listing = listing(statuses, typed, search, sort);
            var as = "seed %d, %s, %s".formatted(seed, search, statuses);

            var expected = looked.at(program, statuses, sort, member -> member.begins(typed));

            assertThat(forward(listing)).as(as).isEqualTo(expected);
            assertThat(backward(listing, expected, sort)).as(as + ", backward").isEqualTo(expected);
            assertThat(reads.count(search.parts(listing.sql()), MEMBERS)).as(as).isEqualTo(expected.size());
            assertThat(reads.count(search.in(listing.sql()))).as(as).isEqualTo(expected.size());
        }
    }

    @Test
    void aLargeProgramFindsWhatBeginsSoAndInsideOnlyWhatNothingBeginsWith() {
        fixture.pretendToBeLarge(program, () -> {
            for (var typed : List.of(
                    "a", "b", "aa", "Å", "ab", "%", "_", "a b", "." + 17, program.key() + ".ex", "@" + program.key())) {
                var filter = new MemberFilter(List.of(), typed, "", null, null, null);
                var begin = looked.atAll(program, MemberSort.NAME, member -> member.begins(typed));
                var expected = looked.at(
                        program,
                        List.of(),
                        MemberSort.NAME,
                        member -> begin.isEmpty() ? member.holds(typed) : member.begins(typed));
                var as = "seed %d, %s".formatted(seed, typed);

                assertThat(all(filter)).as(as).isEqualTo(expected);
                assertThat(members.count(program, filter)).as(as).isEqualTo(expected.size());
                assertThat(members.countedPage(program, filter, MemberSort.NAME, null, null, MEMBERS)
                                .total())
                        .as(as)
                        .isEqualTo(expected.size());
            }
        });
    }

    private List<Long> all(MemberFilter filter) {
        var ids = new ArrayList<Long>();
        members.each(program, filter, MemberSort.NAME, line -> ids.add(line.id()));
        var again = new ArrayList<Long>();
        members.eachId(program, filter, MemberSort.NAME, again::add);
        assertThat(again).isEqualTo(ids);
        return ids;
    }

    private PageReads.Listing listing(List<String> statuses, String typed, Search search, MemberSort sort) {
        var filter = new MemberFilter(statuses, typed, "", null, null, null);
        return new PageReads.Listing(
                program,
                programs.channelOf(program),
                filter,
                new MemberSql(program.key(), filter, reasons),
                search,
                sort);
    }

    private List<Long> forward(PageReads.Listing listing) {
        var ids = new ArrayList<Long>();
        String after = null;
        do {
            var page = pages.page(listing, after, null, PAGE);
            page.lines().forEach(line -> ids.add(line.id()));
            after = page.after();
        } while (after != null);
        return ids;
    }

    /** From the last member on, who is not behind themselves. */
    private List<Long> backward(PageReads.Listing listing, List<Long> expected, MemberSort sort) {
        var ids = new ArrayList<Long>();
        if (!expected.isEmpty()) {
            ids.add(expected.getLast());
            var before = sort.key(members.require(program, expected.getLast()));
            while (before != null) {
                var page = pages.page(listing, null, before, PAGE);
                ids.addAll(0, page.lines().stream().map(MemberLine::id).toList());
                before = page.before();
            }
        }
        return ids;
    }
}
