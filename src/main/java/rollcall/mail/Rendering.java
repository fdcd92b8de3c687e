package rollcall.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Turns letters into what their recipients read, many at a time. */
interface Rendering {

    /**
     * What becomes of each letter, by its id. A letter that is left out has nobody any more to go to.
     *
     * @param letters a thousand at most
     */
    Map<Long, Outcome> of(Collection<LetterText> letters);

    sealed interface Outcome {

        /** @param name of the recipient; empty when it is not known */
        record Said(Rendered letter, String address, String name) implements Outcome {}

        /**
         * It says something that cannot be said to this recipient, such as an empty join link.
         *
         * @param message the key of a message
         * @param arguments what stands in it
         */
        record Unsayable(String message, List<Object> arguments) implements Outcome {}
    }
}
