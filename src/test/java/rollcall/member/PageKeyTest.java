package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.WebinarChannel.WEBINAR;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.program.StatusCode;

class PageKeyTest {

    private static final Instant JOINED = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final Instant CHANGED = Instant.parse("2026-04-02T12:00:00.654321Z");

    @Test
    void aKeyHoldsNoNameAndNoAddress() {
        assertThat(MemberSort.NAME.key(line(5))).isEqualTo("5");
        assertThat(MemberSort.EMAIL.key(line(5))).isEqualTo("5");
        assertThat(MemberSort.JOINED.key(line(5))).isEqualTo("1772452800123456.5");
        assertThat(MemberSort.CHANGED.key(line(5))).isEqualTo("1775131200654321.5");
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void aKeyIsReadAsItWasWritten(MemberSort sort) {
        var at = sort.alike(MemberSort.JOINED) ? JOINED : sort.alike(MemberSort.CHANGED) ? CHANGED : null;
        assertThat(PageKey.parse(sort.key(line(5)), sort)).contains(new PageKey(at, 5));
    }

    @ParameterizedTest
    @CsvSource({"NAME,", "NAME,''", "NAME,x", "NAME,1.5", "NAME,-1", "NAME,1234567890123456789", "JOINED,5", "JOINED,.5"
    })
    void aMadeUpKeyIsNone(MemberSort sort, String text) {
        assertThat(PageKey.parse(text, sort)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,    true,  m.name_key = :key and m.id > :keyId,    m.name_key > :key",
        "NAME,    false, m.name_key = :key and m.id < :keyId,    m.name_key < :key",
        "CHANGED, true,  m.changed_at = :key and m.id < :keyId,  m.changed_at < :key",
        "CHANGED, false, m.changed_at = :key and m.id > :keyId,  m.changed_at > :key",
    })
    void thoseBehindAMemberAreFirstTheOnesThatAreAlikeThenTheOthers(
            MemberSort sort, boolean forward, String alike, String others) {
        var list = MemberSql.everybody(7);
        var stretches = new PageStart("byron ada", 5).behind(list, sort, forward);
        assertThat(stretches)
                .extracting(MemberSql::where)
                .containsExactly(
                        " where m.program_id = :program and " + alike, " where m.program_id = :program and " + others);
        assertThat(stretches)
                .extracting(MemberSql::params)
                .containsExactly(
                        Map.of("program", 7L, "key", "byron ada", "keyId", 5L),
                        Map.of("program", 7L, "key", "byron ada"));
        assertThat(list.where()).isEqualTo(" where m.program_id = :program");
    }

    @Test
    void anInstantIsAValueThatBothDatabasesCompare() {
        assertThat(PageStart.of(CHANGED, 5)).isEqualTo(new PageStart(Timestamp.from(CHANGED), 5));
    }

    @Test
    void sortWordsAreLowerCase() {
        assertThat(MemberSort.ofWord("changed")).contains(MemberSort.CHANGED);
        assertThat(MemberSort.ofWord("CHANGED")).isEmpty();
        assertThat(MemberSort.ofWord("name;drop")).isEmpty();
        assertThat(List.of(MemberSort.values()))
                .extracting(MemberSort::word)
                .containsExactly("name", "-name", "email", "-email", "joined", "-joined", "changed", "-changed");
        assertThat(MemberSort.NAME.ascending()).isTrue();
        assertThat(MemberSort.JOINED.ascending()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(MemberSort.class)
    void eachOrderHasOneTheOtherWayRound(MemberSort sort) {
        var other = sort.reversed();
        assertThat(other).isNotEqualTo(sort);
        assertThat(other.alike(sort)).isTrue();
        assertThat(other.ascending()).isNotEqualTo(sort.ascending());
        assertThat(other.reversed()).isEqualTo(sort);
    }

    /** What was read, one more than fits; the direction; whether reading began somewhere: then the page and its keys. */
    @ParameterizedTest
    @CsvSource({
        "3, true,  false, '1 2', 2, -",
        "3, true,  true,  '1 2', 2, 1",
        "2, true,  false, '1 2', -, -",
        "2, true,  true,  '1 2', -, 1",
        "3, false, true,  '2 1', 1, 2",
        "2, false, true,  '2 1', 1, -",
        "0, true,  true,  '',    -, -",
    })
    void aPageKnowsWhatLiesBeforeAndBehindIt(
            int read, boolean forward, boolean started, String ids, String after, String before) {
        var lines = LongStream.rangeClosed(1, read).mapToObj(PageKeyTest::line).toList();
        var page = MemberPage.of(lines, 2, MemberSort.NAME, forward, started);
        assertThat(page.lines().stream().map(line -> Long.toString(line.id())).toList())
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
        assertThat(page.after()).isEqualTo(after.equals("-") ? null : after);
        assertThat(page.before()).isEqualTo(before.equals("-") ? null : before);
    }

    private static MemberLine line(long id) {
        return new MemberLine(
                id,
                1,
                "",
                "ada@example.org",
                "",
                WEBINAR.status(StatusCode.INVITED),
                "",
                Delivery.NONE,
                null,
                null,
                null,
                JOINED,
                null,
                CHANGED,
                1,
                "system",
                null,
                null);
    }

    @Test
    void somebodyWithoutANameIsCalledByTheAddress() {
        assertThat(line(1).label()).isEqualTo("ada@example.org");
    }
}
