package rollcall.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rollcall.person.Belongings;
import rollcall.person.Belongings.Entry;
import rollcall.person.Belongings.Section;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonField;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.web.CsvOut;
import rollcall.web.Text;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept about one person, of all rooms, as far as the asker manages the programs it belongs to. */
@Component
class PersonFile {

    private final People people;
    private final List<Belongings> rooms;
    private final Access access;
    private final JsonMapper json;
    private final Clock clock;

    PersonFile(People people, List<Belongings> rooms, Access access, JsonMapper json, Clock clock) {
        this.people = people;
        this.rooms = rooms;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    /** An object with a list of objects for each section; {@code complete} says whether nothing was left out. */
    void json(Actor who, Person person, OutputStream bytes) {
        var file = new LinkedHashMap<String, Object>();
        file.put("written_at", clock.instant().toString());
        file.put("complete", access.mayEverywhere(who, Act.MANAGE));
        for (var section : sections(who, person)) {
            file.put(
                    section.name(),
                    section.entries().stream().map(Entry::values).toList());
        }
        json.writerWithDefaultPrettyPrinter().writeValue(bytes, file);
    }

    /** One line for each value: the section, the number of the entry in it, the field, the value. */
    void csv(Actor who, Person person, OutputStream bytes) throws IOException {
        try (var out = new CsvOut(bytes)) {
            out.row(List.of("section", "entry", "field", "value"));
            for (var section : sections(who, person)) {
                for (int i = 0; i < section.entries().size(); i++) {
                    var number = Integer.toString(i + 1);
                    section.entries()
                            .get(i)
                            .values()
                            .forEach((field, value) ->
                                    out.row(List.of(section.name(), number, field, value.toString())));
                }
            }
        }
    }

    private List<Section> sections(Actor who, Person person) {
        var records = records(person);
        var ids = records.stream().map(Person::id).toList();
        var keys = records.stream()
                .map(one -> Text.folded(one.email()))
                .filter(key -> !key.isEmpty())
                .toList();
        var sections = new ArrayList<Section>();
        sections.add(
                new Section("person", records.stream().map(PersonFile::entry).toList()));
        for (var room : rooms) {
            room.about(ids, keys).forEach(section -> sections.add(seen(who, section)));
        }
        return sections;
    }

    /** The person, then the earlier records of the person. */
    private List<Person> records(Person person) {
        return Stream.concat(Stream.of(person), people.earlierRecords(person.id()).stream())
                .toList();
    }

    private static Entry entry(Person person) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (var field : PersonField.values()) {
            var text = field.of(person.details());
            if (!text.isEmpty()) {
                values.put(field.name().toLowerCase(Locale.ROOT), text);
            }
        }
        values.put("created_at", person.createdAt().toString());
        return new Entry(null, values);
    }

    private Section seen(Actor who, Section section) {
        return new Section(
                section.name(),
                section.entries().stream()
                        .filter(entry -> entry.programId() == null || access.may(who, entry.programId(), Act.MANAGE))
                        .toList());
    }
}
