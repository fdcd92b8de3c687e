package rollcall.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How what somebody typed is found in a program: what narrows a list to it. */
sealed interface Search {

    MemberSql in(MemberSql list);

    /**
     * The same members as several lists, which may share some of them, so that each is read on an index of its own.
     *
     * @param sort in which order they will be read
     */
    default List<MemberSql> parts(MemberSql list, MemberSort sort) {
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
     * What begins with it.
     *
     * @param few the keys by which so few people are found that each of them can be looked at
     * @param many the keys by which so many are found that a page is full of them soon, whatever its order
     */
    record Beginning(String typed, Collection<SearchKey> few, Collection<SearchKey> many) implements Search {

        @Override
        public MemberSql in(MemberSql list) {
            return many.isEmpty() ? byPerson(list, few) : by(list, SearchKey.ALL);
        }

        @Override
        public List<MemberSql> parts(MemberSql list, MemberSort sort) {
            var inOrder = SearchKey.ALL.stream()
                    .filter(key -> many.contains(key) || few.contains(key) && key.orders(sort))
                    .toList();
            var others = few.stream().filter(key -> !inOrder.contains(key)).toList();
            var parts = new ArrayList<MemberSql>();
            inOrder.forEach(key -> parts.add(by(list, List.of(key))));
            if (!others.isEmpty()) {
                parts.add(byPerson(list, others));
            }
            return parts;
        }

        private MemberSql by(MemberSql list, List<SearchKey> keys) {
            var each = keys.stream().map(key -> key.begins("m")).toList();
            return SearchKey.beginning(list.copy().add(SearchKey.either(each)), typed);
        }

        private MemberSql byPerson(MemberSql list, Collection<SearchKey> keys) {
            var people = keys.stream()
                    .map(key -> "select p.id from person p where " + key.begins("p"))
                    .collect(Collectors.joining(" union all ", "m.person_id in (", ")"));
            return SearchKey.beginning(list.copy().add(people), typed).few();
        }
    }
}
