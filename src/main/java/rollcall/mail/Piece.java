package rollcall.mail;

import org.jspecify.annotations.Nullable;

/** A part of a text that holds tokens. */
sealed interface Piece {

    /** Stays as it is. */
    record Words(String text) implements Piece {}

    /**
     * Where a token stands.
     *
     * @param instead what is said when the token comes to nothing; null when nothing was given
     */
    record Place(Token token, @Nullable String instead) implements Piece {}
}
