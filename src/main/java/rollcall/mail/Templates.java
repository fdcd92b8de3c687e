package rollcall.mail;

import java.util.List;
import java.util.Optional;
import rollcall.member.LettersToCome.Letter;
import rollcall.program.Actor;

/** The door to what letters say. */
public interface Templates {

    Optional<Template> find(long id);

    /** Those of that program and the shared ones, in the order of their names; archived ones left out. */
    List<Template> of(long programId);

    /** The one that came with the program for that recipe; nothing when it was taken away. */
    Optional<Template> recipe(long programId, String recipe);

    /** What stands against sending it, as messages with their arguments; empty when nothing does. */
    List<TemplateProblem> problems(long templateId);

    /**
     * What it would say to that member if they had that status for that reason; nothing when it cannot be said to them.
     * Links lead nowhere, since somebody else reads it.
     */
    Optional<Letter> read(long templateId, long memberId, String status, String reason);

    /** Whether it leads into the webinar, so that it can be sent to nobody who is not let in. */
    boolean leadsIn(long templateId);

    /** Puts in what comes with every new program, in all languages. Takes part in the caller's transaction. */
    void addDefaults(long programId, Actor by);

    /** Copies all templates of a program that is cloned, in their latest version. */
    void copyAll(long fromProgramId, long toProgramId, Actor by);
}
