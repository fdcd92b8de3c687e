package rollcall.member;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.program.Program;

/** The members of another program whom a filter means. */
record AdditionSource(Program program, MemberFilterForm form) {

    /** What comes before the names of the filter's fields in the form, beside {@code from} for the statuses. */
    private static final String PREFIX = "there.";

    /** @throws BadFilter for words that the filter does not know */
    static MemberFilterForm filterIn(MultiValueMap<String, String> fields) {
        var query = new LinkedMultiValueMap<String, String>();
        fields.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                query.addAll(name.substring(PREFIX.length()), values);
            } else if (name.equals("from")) {
                query.addAll("status", values);
            }
        });
        return MemberFilterForm.of(query);
    }

    MemberFilter filter() {
        return form.filter(program.zoneId());
    }

    Selection selection() {
        return new Selection.Matching(filter());
    }
}
