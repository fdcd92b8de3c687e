package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFilterFormTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                              | ''
        status=INVITED&status=ATTENDED                  | status=INVITED&status=ATTENDED
        status=INVITED&status=INVITED&status=           | status=INVITED
        q=%20Ada%20%26%20co%20                          | q=Ada+%26+co
        q=&reason=&success=&from=&to=&sort=             | ''
        reason=phone&success=yes                        | reason=phone&success=yes
        success=no&sort=name                            | success=no
        sort=changed&from=2026-03-01&to=2026-03-29      | from=2026-03-01&to=2026-03-29&sort=changed
        delivery=RETRYING&delivery=&delivery=SENDING&q=a | q=a&delivery=RETRYING&delivery=SENDING
        after=12.5&before=3&somebody=else&q=%C3%85sa    | q=%C3%85sa
        """)
    void writesBackWhatItReadAndLeavesOutTheRest(String read, String written) {
        assertThat(MemberFilterForm.parse(read).query()).isEqualTo(written);
        assertThat(MemberFilterForm.parse(written)).isEqualTo(MemberFilterForm.parse(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=step",
                "sort=NAME",
                "success=maybe",
                "delivery=LOST",
                "from=yesterday",
                "to=2026-02-30",
                "q=%00",
                "q=a%E2%80%AEb",
                "q=%zz"
            })
    void refusesWordsThatNoPageWrites(String query) {
        assertThatThrownBy(() -> MemberFilterForm.parse(query)).isInstanceOf(BadFilter.class);
    }

    @Test
    void refusesATextOfMoreThanTwoHundredCharacters() {
        assertThat(MemberFilterForm.parse("q=" + "a".repeat(200)).q()).hasSize(200);
        assertThatThrownBy(() -> MemberFilterForm.parse("q=" + "a".repeat(201))).isInstanceOf(BadFilter.class);
    }

    /** The last Sunday of March has 23 hours in Stockholm. */
    @Test
    void daysBeginAndEndInTheZoneOfTheProgram() {
        var filter = MemberFilterForm.parse("from=2026-03-29&to=2026-03-29").filter(STOCKHOLM);
        assertThat(filter)
                .isEqualTo(new MemberFilter(
                        List.of(),
                        "",
                        "",
                        null,
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',false",
        "sort=email,false",
        "status=INVITED,true",
        "q=a,true",
        "success=no,true",
        "to=2026-01-01,true"
    })
    void onlyTheOrderDoesNotNarrow(String query, boolean narrows) {
        assertThat(MemberFilterForm.parse(query).narrows()).isEqualTo(narrows);
    }
}
