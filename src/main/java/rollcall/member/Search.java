package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How what somebody typed is found in a program: what narrows a list to it. */
sealed interface Search {

    MemberSql in(MemberSql list);

    /**
     * The same members as several lists, which may share some of them, so that each is read on an index of its own.
     */
    default List<MemberSql> parts(MemberSql list) {
        return List.of(in(list));
    }

    /** Nothing was typed. */
    record Everybody() implements Search {

        @Override
        public MemberSql in(MemberSql list) {
            return list;
        }
    }

    /** Wherever it stands; reads each member of the list. */
    record Inside(String typed) implements Search {

        @Override
        public MemberSql in(MemberSql list) {
            var each = SearchKey.ALL.stream().map(key -> key.holds("m")).toList();
            return SearchKey.holding(list.copy().add(SearchKey.either(each)), typed);
        }
    }

    /** People who were found before. */
    record Found(List<Long> people) implements Search {

        @Override
        public MemberSql in(MemberSql list) {
            return list.copy()
                    .add("m.person_id in (:found)", "found", people.isEmpty() ? List.of(-1L) : people)
                    .few();
        }
    }

    /**
     * What begins with it, by some keys that many begin alike.
     *
     * @param many the keys by which so many people are found that a page is full of them soon, whatever its order
     * @param others who are found by other keys
     */
    record Beginning(String typed, Collection<SearchKey> many, Found others) implements Search {

        @Override
        public MemberSql in(MemberSql list) {
            return by(list, SearchKey.ALL);
        }

        @Override
        public List<MemberSql> parts(MemberSql list) {
            var parts = new ArrayList<MemberSql>();
            many.forEach(key -> parts.add(by(list, List.of(key))));
            if (!others.people().isEmpty()) {
                parts.add(others.in(list));
            }
            return parts;
        }

        private MemberSql by(MemberSql list, List<SearchKey> keys) {
            var each = keys.stream().map(key -> key.begins("m")).toList();
            return SearchKey.beginning(list.copy().add(SearchKey.either(each)), typed);
        }
    }
}
