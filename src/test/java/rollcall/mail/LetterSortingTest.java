package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class LetterSortingTest {

    @Test
    void noLetterFailsBecauseTheDatabaseIsAway() {
        Rendering away = letters -> {
            throw new CannotCreateTransactionException("no connection");
        };
        var sorting = new LetterSorting(
                away, mock(SuppressionRows.class), mock(Outdoors.class), mock(LetterQueue.class), Clock.systemUTC());
        var text = new LetterText(1, null, null, null, null, null, null, "Hello", "", Purpose.OPERATIONAL);

        assertThatThrownBy(() -> sorting.sort(List.of(new Waiting(text, 0, Instant.EPOCH)), "owner"))
                .isInstanceOf(CannotCreateTransactionException.class);
    }
}
