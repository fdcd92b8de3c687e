package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.testing.OnH2;
import rollcall.testing.TestClock;

/** PostgreSQL picks its plan by what the tables hold; H2 by the shape of the statement, so that it can be tested. */
@OnH2
class PagePlanOnH2Test {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Autowired
    private ReasonWords reasons;

    @Autowired
    MembersFixture fixture;

    @Autowired
    Programs programs;

    @Autowired
    JdbcClient jdbc;

    Program program;
    long middle;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        middle = fixture.members(program, 400, INVITED).get(200);
        fixture.makeAlike(program);
    }

    @AfterEach
    void end() {
        fixture.remove(program);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,          , true,  MEMBER_BY_NAME",
        "NAME,          , false, MEMBER_BY_NAME",
        "NAME,   INVITED, true,  MEMBER_BY_STATUS",
        "NAME,   INVITED, false, MEMBER_BY_STATUS",
        "EMAIL,         , true,  MEMBER_BY_EMAIL",
        "JOINED,        , true,  MEMBER_BY_JOINED",
        "CHANGED,       , false, MEMBER_BY_CHANGED",
        "NAME_REVERSED, , true,  MEMBER_BY_NAME",
        "NAME_REVERSED, INVITED, true, MEMBER_BY_STATUS",
        "JOINED_REVERSED, , false, MEMBER_BY_JOINED",
    })
    void aPageInTheMiddleOfManyWhoAreAlikeReadsItsOwnRowsOnly(
            MemberSort sort, String status, boolean forward, String index) {
        var filter = status == null ? MemberFilter.EVERYBODY : MemberFilter.withStatus(status);
        var listing = listing(filter, sort);
        var alike = start(sort).behind(listing.sql(), sort, forward).getFirst();

        var plan = plan(alike, listing.orderBy(alike, forward));

        assertThat(plan).contains("PUBLIC." + index + ":", "/* index sorted */");
        assertThat(scanned(plan)).isNotEmpty().allMatch(rows -> rows <= 21);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,          , MEMBER_BY_NAME",
        "NAME,   INVITED, MEMBER_BY_STATUS",
        "EMAIL,         , MEMBER_BY_EMAIL",
        "EMAIL,  INVITED, MEMBER_BY_EMAIL",
        "JOINED,        , MEMBER_BY_JOINED",
        "JOINED, INVITED, MEMBER_BY_JOINED",
        "CHANGED,       , MEMBER_BY_CHANGED",
        "CHANGED, INVITED, MEMBER_BY_CHANGED",
        "NAME_REVERSED, , MEMBER_BY_NAME",
        "NAME_REVERSED, INVITED, MEMBER_BY_STATUS",
        "EMAIL_REVERSED, , MEMBER_BY_EMAIL",
        "JOINED_REVERSED, , MEMBER_BY_JOINED",
        "CHANGED_REVERSED, , MEMBER_BY_CHANGED",
    })
    void theFirstPageReadsItsOwnRowsOnly(MemberSort sort, String status, String index) {
        var listing = listing(status == null ? MemberFilter.EVERYBODY : MemberFilter.withStatus(status), sort);
        var first = PageStart.everybody(listing.sql(), sort);

        var plan = plan(first, listing.orderBy(first, true));

        assertThat(plan).contains("PUBLIC." + index + ":", "/* index sorted */");
        assertThat(scanned(plan)).isNotEmpty().allMatch(rows -> rows <= 21);
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void whoIsFoundByASearchIsLookedUpOneByOne(MemberSort sort) {
        var search = new Search.Found(List.of(fixture.personOf(middle), fixture.personOf(middle + 1)));
        var list = PageStart.everybody(
                search.in(listing(MemberFilter.EVERYBODY, sort).sql()), sort);

        assertThat(scanned(plan(list, listing(MemberFilter.EVERYBODY, sort).orderBy(list, true))))
                .isNotEmpty()
                .allMatch(rows -> rows <= 21);
    }

    @Test
    void whoJustCameInIsLookedUpOneByOne() {
        var people = IntStream.range(0, 20)
                .mapToObj(n -> fixture.personOf(middle + n))
                .toList();

        var plan = jdbc.sql("explain analyze " + NewcomerRows.MEMBER_IDS)
                .param("program", program.key())
                .param("people", people)
                .query(String.class)
                .single();

        assertThat(plan).as("by the index of both").contains("AND PERSON_ID = P.ID");
        assertThat(scanned(plan)).isNotEmpty().allMatch(rows -> rows <= 42);
    }

    private PageReads.Listing listing(MemberFilter filter, MemberSort sort) {
        return new PageReads.Listing(
                program,
                programs.channelOf(program),
                filter,
                new MemberSql(program.key(), filter, reasons),
                new Search.Everybody(),
                sort);
    }

    @Test
    void thePlanTellsWhenTooMuchIsRead() {
        var sql = MemberSql.everybody(program.key()).add("m.id > :key", "key", middle);
        assertThat(scanned(plan(sql, "m.program_id, m.name_key, m.id"))).anyMatch(rows -> rows > 200);
    }

    private PageStart start(MemberSort sort) {
        return switch (sort) {
            case NAME, NAME_REVERSED -> new PageStart("byron ada", middle);
            case EMAIL, EMAIL_REVERSED -> new PageStart("ada", middle);
            case JOINED, JOINED_REVERSED, CHANGED, CHANGED_REVERSED -> PageStart.of(TestClock.START, middle);
        };
    }

    private String plan(MemberSql sql, String orderBy) {
        return jdbc.sql("explain analyze " + MemberReads.statement(sql, orderBy))
                .params(sql.param("most", 10).params())
                .query(String.class)
                .single();
    }

    private static List<Integer> scanned(String plan) {
        return SCANNED.matcher(plan)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
