package rollcall.provider;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import rollcall.member.RequiredFields;
import rollcall.person.PersonField;

/** What the place where a program's webinar is held must be told of people: always, and what this event asks besides. */
@Component
class ProviderNeeds implements RequiredFields {

    private final Webinars webinars;
    private final ToldEventRows told;

    ProviderNeeds(Webinars webinars, ToldEventRows told) {
        this.webinars = webinars;
        this.told = told;
    }

    @Override
    public Set<PersonField> of(long programId) {
        var needed = EnumSet.noneOf(PersonField.class);
        webinars.of(programId)
                .ifPresent(webinar -> needed.addAll(webinars.providerOf(webinar).needs()));
        told.asked(programId).stream()
                .map(AskedField::field)
                .filter(Objects::nonNull)
                .forEach(needed::add);
        return needed;
    }

    @Override
    public List<String> answers(long programId) {
        return told.asked(programId).stream()
                .filter(one -> one.field() == null)
                .map(AskedField::name)
                .toList();
    }
}
