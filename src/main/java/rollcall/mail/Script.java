package rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text that was made ready for reading: fixed parts, and between them what is said to each recipient. */
record Script(List<Part> parts) {

    sealed interface Part {
        record Fixed(String text) implements Part {}

        /** @param instead null when nothing is said instead */
        record Said(Token token, @Nullable String instead, Voice voice) implements Part {}
    }

    /** These pieces, with what tokens come to spoken in that voice and the words as they are. */
    static Script of(List<Piece> pieces, Voice voice) {
        var parts = new ArrayList<Part>(pieces.size());
        for (var piece : pieces) {
            parts.add(
                    switch (piece) {
                        case Piece.Words(var text) -> new Part.Fixed(text);
                        case Piece.Place(var token, var instead) -> new Part.Said(token, instead, voice);
                    });
        }
        return new Script(List.copyOf(parts));
    }

    Script then(Script next) {
        var all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new Script(List.copyOf(all));
    }

    boolean says(Token token) {
        return parts.stream().anyMatch(part -> part instanceof Part.Said said && said.token() == token);
    }

    /** Whether it cannot be read to somebody for whom that comes to nothing. */
    boolean needs(Token token) {
        return parts.stream()
                .anyMatch(part -> part instanceof Part.Said said && said.token() == token && said.instead() == null);
    }

    /** How long it is before anything is filled in. */
    int length() {
        int length = 0;
        for (var part : parts) {
            length += part instanceof Part.Fixed(var text) ? text.length() : 0;
        }
        return length;
    }

    /** Everything in it that is the same for all. */
    String fixed() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part instanceof Part.Fixed(var fixed) ? fixed : "");
        }
        return text.toString();
    }

    /** @param unsaid receives each link that comes to nothing and has nothing that is said instead */
    String read(Sayings sayings, Set<Token> unsaid) {
        var text = new StringBuilder(length() + 200);
        for (var part : parts) {
            switch (part) {
                case Part.Fixed(var fixed) -> text.append(fixed);
                case Part.Said said -> say(said, sayings, text, unsaid);
            }
        }
        return text.toString();
    }

    private static void say(Part.Said part, Sayings sayings, StringBuilder text, Set<Token> unsaid) {
        var value = sayings.of(part.token());
        if (!value.isEmpty()) {
            part.voice().say(value, part.token().link(), text);
        } else if (part.instead() != null) {
            part.voice().say(part.instead(), false, text);
        } else if (part.token().link()) {
            unsaid.add(part.token());
        }
    }
}
