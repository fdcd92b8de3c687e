package rollcall.mail;

import java.util.List;
import rollcall.mail.Rendering.Outcome.Unsayable;

/** Why a letter says nothing to somebody, in words. */
final class Unsaid {

    private Unsaid() {}

    /** A link that leads nowhere, by its name. */
    static Unsayable empty(Token token) {
        return new Unsayable("mail.unsayable.empty", List.of(token.written()));
    }

    static Unsayable tooLong() {
        return new Unsayable("mail.unsayable.too-long", List.of());
    }

    /** The template that said it is gone. */
    static Unsayable noTemplate() {
        return new Unsayable("mail.unsayable.no-template", List.of());
    }
}
