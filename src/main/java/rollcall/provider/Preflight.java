package rollcall.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.FormQuestions;
import rollcall.person.PersonField;
import rollcall.program.Program;

/**
 * Compares what a provider requires with what we have, before anything is sent: whom it would refuse for a field that is
 * missing. Looked at are members who may be sent and were not accepted yet; whoever is only invited is asked by the form.
 */
@Component
class Preflight {

    private static final int NAMED = 10;

    private static final String TO_BE_SENT = """
         from member m join person n on n.id = m.person_id
        where m.program_id = :program and m.closed is null and m.accepted_at is null
            and m.status in ('PENDING_APPROVAL', 'WAITLISTED', 'REGISTERED', 'REGISTRATION_ERROR')
            and \
        """;

    private final ProviderNeeds needs;
    private final List<FormQuestions> forms;
    private final JdbcClient jdbc;

    Preflight(ProviderNeeds needs, List<FormQuestions> forms, JdbcClient jdbc) {
        this.needs = needs;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /**
     * Something that the provider requires.
     *
     * @param field the name of what is kept of a person; empty for an answer to a question
     * @param question the name of the question; empty for what is kept of a person
     * @param asked whether the form asks for it
     * @param lacking how many would be sent and lack it
     * @param some the first of them
     */
    record Required(String field, String question, boolean asked, long lacking, List<Lacking> some) {

        /** Whether somebody has to do something. */
        public boolean wanting() {
            return !asked || lacking > 0;
        }
    }

    record Lacking(long memberId, String label) {}

    /** Nothing when the program has no provider, or it requires nothing but an address. */
    List<Required> of(Program program) {
        var all = new ArrayList<Required>();
        for (var field : needs.of(program.key())) {
            if (field != PersonField.EMAIL) { // what the provider requires of a person, the form always asks
                all.add(required(
                        program, field.fieldName(), "", true, "n.%s = ''".formatted(field.column()), List.of("")));
            }
        }
        var asked = forms.stream()
                .flatMap(form -> form.of(program.key()).stream())
                .map(AskedField::key)
                .collect(Collectors.toSet());
        for (var question : needs.answers(program.key())) {
            var names = names(program, question);
            var lacking = """
                not exists (select 1 from member_answer a
                    where a.member_id = m.id and a.answer <> '' and a.question in (:names))\
                """;
            all.add(required(program, "", question, asked.contains(AskedField.key(question)), lacking, names));
        }
        return all;
    }

    /** The names under which members have answered that question. */
    private List<String> names(Program program, String question) {
        var key = AskedField.key(question);
        var names = new ArrayList<>(jdbc.sql("""
            select distinct a.question from member_answer a join member m on m.id = a.member_id
            where m.program_id = :program\
            """)
                .param("program", program.key())
                .query(String.class)
                .list());
        names.removeIf(name -> !AskedField.key(name).equals(key));
        return names.isEmpty() ? List.of(question) : names;
    }

    private Required required(
            Program program, String field, String question, boolean asked, String lacking, Collection<String> names) {
        var count = jdbc.sql("select count(*)" + TO_BE_SENT + lacking)
                .param("program", program.key())
                .param("names", names)
                .query(Long.class)
                .single();
        var some = count == 0 ? List.<Lacking>of() : some(program, lacking, names);
        return new Required(field, question, asked, count, some);
    }

    private List<Lacking> some(Program program, String lacking, Collection<String> names) {
        return jdbc.sql("select m.id, n.first_name, n.last_name, n.email" + TO_BE_SENT + lacking
                        + " order by m.id limit :most")
                .param("program", program.key())
                .param("names", names)
                .param("most", NAMED)
                .query((row, n) -> {
                    var name = (row.getString(2) + " " + row.getString(3)).strip();
                    return new Lacking(row.getLong(1), name.isEmpty() ? row.getString(4) : name);
                })
                .list();
    }
}
