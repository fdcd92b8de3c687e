package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final MemberSql LIST = MemberSql.everybody(7);
    private static final String PROGRAM = " where m.program_id = :program and ";

    private static final Search.Found NOBODY = new Search.Found(List.of());

    @Test
    void insideLooksEverywhereAndTakesNothingForAPattern() {
        var sql = new Search.Inside("Ö_50%!").in(LIST);
        assertThat(sql.where())
                .isEqualTo(PROGRAM + "(m.name_key like :q escape '!' or m.given_key like :q escape '!'"
                        + " or m.company_key like :q escape '!' or m.email_key like :email escape '!')");
        assertThat(sql.params()).contains(entry("q", "%o!_50!%!!%"), entry("email", "%ö!_50!%!!%"));
        assertThat(sql.areFew()).isFalse();
    }

    @Test
    void aBeginningIsARangeOfEachKey() {
        var sql = new Search.Beginning("Öb", List.of(SearchKey.NAME), NOBODY).in(LIST);
        assertThat(sql.where())
                .as("all of them at once, when order is no matter")
                .isEqualTo(PROGRAM + "(m.name_key >= :q and m.name_key < :qEnd"
                        + " or m.given_key >= :q and m.given_key < :qEnd"
                        + " or m.company_key >= :q and m.company_key < :qEnd"
                        + " or m.email_key >= :email and m.email_key < :emailEnd)");
        assertThat(sql.params())
                .contains(
                        entry("q", "ob"),
                        entry("qEnd", "ob\uffff"),
                        entry("email", "öb"),
                        entry("emailEnd", "öb\uffff"));
        assertThat(sql.areFew()).isFalse();
    }

    @Test
    void eachKeyByWhichManyBeginSoIsAListOfItsOwn() {
        var search = new Search.Beginning("a", List.of(SearchKey.NAME, SearchKey.EMAIL), new Search.Found(List.of(3L)));
        assertThat(search.parts(LIST))
                .extracting(MemberSql::where, MemberSql::areFew)
                .containsExactly(
                        tuple(PROGRAM + "(m.name_key >= :q and m.name_key < :qEnd)", false),
                        tuple(PROGRAM + "(m.email_key >= :email and m.email_key < :emailEnd)", false),
                        tuple(PROGRAM + "m.person_id in (:found)", true));
    }

    @Test
    void withNobodyElseThereIsNoListOfOthers() {
        var search = new Search.Beginning("a", List.of(SearchKey.NAME), NOBODY);
        assertThat(search.parts(LIST))
                .extracting(MemberSql::where)
                .containsExactly(PROGRAM + "(m.name_key >= :q and m.name_key < :qEnd)");
    }

    @Test
    void whoeverWasFoundIsNamedAndNobodyIsNobody() {
        var found = new Search.Found(List.of(3L, 4L)).in(LIST);
        assertThat(found.where()).isEqualTo(PROGRAM + "m.person_id in (:found)");
        assertThat(found.params()).containsEntry("found", List.of(3L, 4L));
        assertThat(new Search.Found(List.of()).in(LIST).params()).containsEntry("found", List.of(-1L));
    }

    @Test
    void aFullNameIsLookedInOnlyForMoreThanAWord() {
        assertThat(SearchKey.toLookIn(" Ada "))
                .doesNotContain(SearchKey.GIVEN_NAME)
                .hasSize(3);
        assertThat(SearchKey.toLookIn("a L")).isEqualTo(SearchKey.ALL);
    }
}
