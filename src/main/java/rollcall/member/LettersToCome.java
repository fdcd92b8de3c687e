package rollcall.member;

import java.util.List;
import rollcall.program.Program;
import rollcall.program.Status;

/** What a member would be written to with a change. The room that sees to such letters declares a bean of this type. */
public interface LettersToCome {

    /**
     * The letters that follow at once, as the member would read them; empty when none do. Nothing is written.
     *
     * @param reason for the change, as it would stand in the letter
     */
    List<Letter> of(Program program, MemberLine member, Status to, String reason);

    /** @param text plain, with its lines */
    record Letter(String subject, String text) {}
}
