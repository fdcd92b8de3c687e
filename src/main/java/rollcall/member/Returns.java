package rollcall.member;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import rollcall.person.EmailAddress;
import rollcall.person.Erasures;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.web.Times;

/** Notices when somebody is about to be known under an address that was erased: then they come back only with a tick. */
@Component
public class Returns {

    private static final int NAMED = 5;

    private final Erasures erasures;
    private final Times times;

    Returns(Erasures erasures, Times times) {
        this.erasures = erasures;
        this.times = times;
    }

    /**
     * @param ticked whether they are wanted all the same
     * @param field of the form where the addresses stand
     */
    public void check(Program program, boolean ticked, List<PersonDetails> people, String field, Errors errors) {
        var erased = ticked ? null : erasures.erasedAmong(keys(people));
        if (erased != null && !erased.isEmpty()) {
            ZoneId zone = program.zoneId();
            var named = new TreeMap<>(erased)
                    .entrySet().stream()
                            .limit(NAMED)
                            .map(one -> one.getKey() + " (" + times.date(one.getValue(), zone) + ")")
                            .collect(Collectors.joining(", "));
            errors.rejectValue(field, "member.add.erased", new Object[] {erased.size(), named}, null);
        }
    }

    private static List<String> keys(List<PersonDetails> people) {
        return people.stream()
                .flatMap(one -> EmailAddress.parse(one.email()).stream())
                .map(EmailAddress::key)
                .toList();
    }
}
