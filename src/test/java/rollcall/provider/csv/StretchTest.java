package rollcall.provider.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        41            | false | 2460
        41.5          | false | 2490
        '41,5'        | false | 2490
        2332          | true  | 2332
        62 minutes    | false | 3720
        34 mins       | false | 2040
        38m 52s       | false | 2332
        1h            | false | 3600
        1h 6m 32s     | false | 3992
        1 tim 2 min   | false | 3720
        38 min 52 s   | false | 2332
        1 hour 2 minutes | false | 3720
        00:08:18      | false | 498
        PT38M52S      | false | 2332
        0             | false | 0
        """)
    void isReadAsToolsWriteIt(String text, boolean seconds, long inAll) {
        assertThat(Stretch.read(text, seconds).orElseThrow().toSeconds()).isEqualTo(inAll);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1:2", "41 of 60", "12 parsecs", "99999999999999999999"})
    void isNothingElse(String text) {
        assertThat(Stretch.read(text, false)).isEmpty();
    }
}
