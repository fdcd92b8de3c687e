package rollcall.transfer;

import java.util.Arrays;
import java.util.Optional;

/** What stands between two cells. */
enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    static Optional<Delimiter> of(char character) {
        return Arrays.stream(values())
                .filter(delimiter -> delimiter.character == character)
                .findFirst();
    }
}
