package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Fills in what the rows of the list need besides their members. */
@Component
class ListRows {

    private final Offers offers;
    private final ListColumns columns;

    ListRows(Offers offers, ListColumns columns) {
        this.offers = offers;
        this.columns = columns;
    }

    void fill(Model model, Actor who, Program program, MemberListAddress address, List<MemberLine> lines) {
        var rights = offers.rights(who, program);
        columns.fill(model, program, address, lines);
        model.addAttribute("program", program);
        model.addAttribute("address", address);
        model.addAttribute("rights", rights);
        model.addAttribute("who", who);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("approval", rights.approve() ? offers.approval(program) : null);
    }

    /**
     * One row, with the columns of the list that it stands in, whatever was chosen meanwhile. It stays where it is even when
     * the filter does not mean it any more, and says so.
     */
    void close(Model model, Actor who, Program program, MemberLine member, String list) {
        var address = columns.named(
                who, program, MemberListAddress.of(program.key(), QueryString.parse(list)), columns.questions(program));
        fill(model, who, program, address, List.of(member));
        model.addAttribute("member", member);
        model.addAttribute("gone", !address.form().means(member.status()));
    }

    /** One row with the form below it. */
    void open(Model model, Actor who, Program program, MemberLine member, String list) {
        close(model, who, program, member, list);
        model.addAttribute("choices", offers.to(who, program, member));
    }
}
