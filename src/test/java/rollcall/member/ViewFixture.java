package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Saved views, made through the door. */
@Component
public class ViewFixture {

    private final SavedViews views;

    ViewFixture(SavedViews views) {
        this.views = views;
    }

    /** A fresh one that everybody who sees the program sees. */
    public long shared(Program program) {
        return saved(Actor.SYSTEM, program, UUID.randomUUID().toString(), true, "status=INVITED");
    }

    /** The query of a list that shows everything, with the answers to these. */
    public String everyColumn(List<String> questions) {
        return new ColumnChoice(List.of(MemberColumn.values()), questions)
                .onto(new QueryString())
                .toString();
    }

    public long saved(Actor who, Program program, String name, boolean shared, String filter) {
        var stored = views.create(
                who, program, name, shared, MemberFilterForm.parse(filter), ColumnChoice.parse(filter), null);
        return ((Stored.Done) stored).view().id();
    }
}
