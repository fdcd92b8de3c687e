package rollcall.member;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Finds out which columns a list shows to whom, and fills in what its rows need for them. */
@Component
class ListColumns {

    private final RememberedColumns remembered;
    private final BroughtAlong brought;
    private final MoreReads reads;
    private final Offers offers;
    private final DeliveryWords deliveries;
    private final MessageSource messages;

    ListColumns(
            RememberedColumns remembered,
            BroughtAlong brought,
            MoreReads reads,
            Offers offers,
            DeliveryWords deliveries,
            MessageSource messages) {
        this.remembered = remembered;
        this.brought = brought;
        this.reads = reads;
        this.offers = offers;
        this.deliveries = deliveries;
        this.messages = messages;
    }

    /** What the program asks, looked up when it is needed, and once. */
    Supplier<List<String>> questions(Program program) {
        return SingletonSupplier.of(() -> brought.asked(program));
    }

    /** The address with the columns that it names, or else with those that the reader chose last. */
    MemberListAddress chosen(Actor who, Program program, MemberListAddress address, Supplier<List<String>> questions) {
        if (address.columns() != null) {
            return named(who, program, address, questions);
        }
        var last = remembered.of(who, program).map(chosen -> fitted(who, program, chosen, questions));
        return last.filter(fitted -> !fitted.shown().standard())
                .map(fitted -> address.showing(fitted.shown()))
                .orElse(address);
    }

    /** The address with what the reader may see of the columns that it names; without any, the usual ones are meant. */
    MemberListAddress named(Actor who, Program program, MemberListAddress address, Supplier<List<String>> questions) {
        var named = address.columns();
        return named == null
                ? address
                : address.showing(fitted(who, program, named, questions).shown());
    }

    FittedColumns fitted(Actor who, Program program, ColumnChoice chosen, Supplier<List<String>> questions) {
        return FittedColumns.of(chosen, seesPhones(who, program), questions);
    }

    /** What can be chosen besides answers. */
    List<MemberColumn> offered(Actor who, Program program) {
        var phones = seesPhones(who, program);
        return Arrays.stream(MemberColumn.values())
                .filter(column -> phones || column != MemberColumn.PHONE)
                .toList();
    }

    /** As the queue of approvals has it: whoever runs the program calls people, nobody else needs to. */
    private boolean seesPhones(Actor who, Program program) {
        return offers.rights(who, program).manage();
    }

    void fill(Model model, Program program, MemberListAddress address, List<MemberLine> lines) {
        var shown = address.shown();
        model.addAttribute("columns", ShownColumns.of(shown));
        model.addAttribute("cells", new MemberCells(reads.of(lines, shown), deliveries.in(program), messages));
    }
}
