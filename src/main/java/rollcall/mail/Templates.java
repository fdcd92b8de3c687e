package rollcall.mail;

import java.util.List;
import java.util.Optional;
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

    /** Puts in what comes with every new program, in all languages. Takes part in the caller's transaction. */
    void addDefaults(long programId, Actor by);

    /** Copies all templates of a program that is cloned, in their latest version. */
    void copyAll(long fromProgramId, long toProgramId, Actor by);
}
