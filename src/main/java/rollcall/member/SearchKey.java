package rollcall.member;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import rollcall.web.Text;

/** What a search looks in. A person has an index for each; a member has copies, by two of which lists are ordered. */
enum SearchKey {
    NAME("name_key", "q"),
    GIVEN_NAME("given_key", "q"),
    COMPANY("company_key", "q"),
    EMAIL("email_key", "email");

    static final List<SearchKey> ALL = List.of(values());

    /** Sorts after every character that can stand in a key, so that a beginning becomes a range. */
    private static final String LAST = "\uffff";

    private final String column;
    private final String param;

    SearchKey(String column, String param) {
        this.column = column;
        this.param = param;
    }

    /** @param of whose key it is: {@code m} for a member, {@code p} for a person */
    String begins(String of) {
        return "%1$s.%2$s >= :%3$s and %1$s.%2$s < :%3$sEnd".formatted(of, column, param);
    }

    String holds(String of) {
        return "%s.%s like :%s escape '!'".formatted(of, column, param);
    }

    /** As {@link #holds} for people, so that H2 looks for it in an index, which is smaller than the table. */
    String holdsInIndex() {
        return "p.%s >= '' and %s".formatted(column, holds("p"));
    }

    static String either(Collection<String> conditions) {
        return conditions.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The parameters of what begins with a text. */
    static MemberSql beginning(MemberSql sql, String typed) {
        var q = Text.searchable(typed);
        var email = Text.folded(typed);
        return sql.param("q", q).param("qEnd", q + LAST).param("email", email).param("emailEnd", email + LAST);
    }

    /** The parameters of what holds a text. */
    static MemberSql holding(MemberSql sql, String typed) {
        return sql.param("q", MemberSql.anywhere(Text.searchable(typed)))
                .param("email", MemberSql.anywhere(Text.folded(typed)));
    }

    /** A full name is the same words in another order, and needs looking in only for what is longer than one of them. */
    static List<SearchKey> toLookIn(String typed) {
        return Text.searchable(typed).contains(" ")
                ? ALL
                : Arrays.stream(values()).filter(key -> key != GIVEN_NAME).toList();
    }
}
