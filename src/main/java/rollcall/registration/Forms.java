package rollcall.registration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import rollcall.member.FormQuestions;
import rollcall.member.RequiredFields;
import rollcall.person.PersonField;
import rollcall.program.Program;
import rollcall.program.ProgramCreated;

/** What each program asks of people who register. */
@Service
public class Forms implements FormQuestions {

    private final FormRows rows;
    private final List<RequiredFields> needs;

    Forms(FormRows rows, List<RequiredFields> needs) {
        this.rows = rows;
        this.needs = needs;
    }

    /** The program's form, with what its provider must be told. */
    public Form of(Program program) {
        return demanded(rows.find(program.key()), program.key());
    }

    Form demanded(StoredForm stored, long programId) {
        var needed = needed(programId);
        var fields = new ArrayList<Field>();
        for (var field : stored.fields()) {
            fields.add(needed.remove(field.kind().person()) ? field.demanded(false) : field);
        }
        needed.forEach(one -> fields.add(Field.of(FieldKind.of(one), true).demanded(true)));
        return new Form(List.copyOf(fields));
    }

    /** What nobody can do without here, whatever the form says; the address is always one of it. */
    Set<PersonField> needed(long programId) {
        var needed = EnumSet.of(PersonField.EMAIL);
        needs.forEach(room -> needed.addAll(room.of(programId)));
        needed.remove(PersonField.ZONE); // nobody is asked for it; browsers tell it
        return needed;
    }

    /** Questions that must be answered, and that the form does not ask: somebody has to add them. */
    List<String> unasked(long programId) {
        var asked = of(programId).stream().map(Forms::plain).toList();
        return needs.stream()
                .flatMap(room -> room.answers(programId).stream())
                .filter(question -> !asked.contains(plain(question)))
                .toList();
    }

    private static String plain(String question) {
        return question.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> of(long programId) {
        return rows.find(programId).fields().stream()
                .filter(field -> field.kind().question())
                .map(Field::name)
                .toList();
    }

    @EventListener
    void copy(ProgramCreated created) {
        if (created.clonedFrom() != null) {
            rows.copy(created.clonedFrom(), created.programId());
        }
    }
}
