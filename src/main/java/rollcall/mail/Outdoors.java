package rollcall.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Indoors;
import rollcall.program.Programs;

/** Which letters leave the house: with a mail server those of real programs, else none. */
@Component
public class Outdoors {

    private final MailServer server;
    private final Programs programs;
    private final List<Indoors> rooms;

    Outdoors(MailServer server, Programs programs, List<Indoors> rooms) {
        this.server = server;
        this.programs = programs;
        this.rooms = rooms;
    }

    /**
     * Whether letters of that program leave this machine; the others land in the mailbox.
     *
     * @param programId null for a letter of no program
     */
    public boolean reaches(@Nullable Long programId) {
        return server.set() && (programId == null || !played(programId));
    }

    /** The people of such a program may be made up, and their addresses somebody else's. */
    private boolean played(long programId) {
        return programs.get(programId).sample() || rooms.stream().anyMatch(room -> room.staysIndoors(programId));
    }
}
