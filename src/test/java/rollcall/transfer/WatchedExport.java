package rollcall.transfer;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import rollcall.member.BroughtAlong;
import rollcall.member.Members;
import rollcall.member.ReasonWords;
import rollcall.person.People;
import rollcall.program.Program;
import rollcall.program.StatusNames;
import rollcall.web.RowsOut;

/** Lets a test do something after each part of a prepared file. */
@Component
@Primary
class WatchedExport extends MemberExport {

    private Runnable after = () -> {};

    WatchedExport(
            Members members,
            People people,
            BroughtAlong brought,
            StatusNames statusNames,
            ReasonWords reasons,
            MessageSource messages) {
        super(members, people, brought, statusNames, reasons, messages);
    }

    void after(Runnable what) {
        after = what;
    }

    @Override
    int writeThese(Program program, List<Long> memberIds, Chosen chosen, RowsOut out) {
        var written = super.writeThese(program, memberIds, chosen, out);
        after.run();
        return written;
    }
}
