package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.member.PastedPeople.BadLine;

class PastedPeopleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ada@example.org                              | ada@example.org::
        Ada Lovelace <ada@example.org>               | ada@example.org:Ada:Lovelace
        Ada King Lovelace <ada@example.org>          | ada@example.org:Ada King:Lovelace
        "Lovelace, Ada" <ada@example.org>            | ada@example.org:Ada:Lovelace
        Lovelace, Ada <ada@example.org>              | ada@example.org:Ada:Lovelace
        Ada<ada@example.org>                         | ada@example.org:Ada:
        <ada@example.org>                            | ada@example.org::
        a@example.org, b@example.org;c@example.org   | a@example.org:: b@example.org:: c@example.org::
        a@example.org b@example.org,                 | a@example.org:: b@example.org::
        A B <a@example.org>; "D, C" <c@example.org>, | a@example.org:A:B c@example.org:C:D
        , ;                                          | ''
        """)
    void readsWhatPeopleCopyTogether(String line, String people) {
        var read = PastedPeople.parse(line);
        assertThat(read.bad()).isEmpty();
        assertThat(read.people())
                .extracting(one -> one.email() + ":" + one.firstName() + ":" + one.lastName())
                .containsExactly(people.isEmpty() ? new String[0] : people.split("(?<=:\\S{0,20}) (?=\\S+@)"));
    }

    @Test
    void namesTheLinesThatHoldNoPerson() {
        var read = PastedPeople.parse("""
            ada@example.org

            not an address
            grace@example.org, nobody
            Linus <linus@>
            Zo\u202eë <zoe@example.org>
            """);
        assertThat(read.people()).extracting("email").containsExactly("ada@example.org");
        assertThat(read.bad())
                .containsExactly(
                        new BadLine(3, "not an address"),
                        new BadLine(4, "grace@example.org, nobody"),
                        new BadLine(5, "Linus <linus@>"),
                        new BadLine(6, "Zo\u202eë <zoe@example.org>"));
    }

    @Test
    void takesEachAddressOnce() {
        var read = PastedPeople.parse("ada@example.org\nADA@example.org\nAda Lovelace <ada@example.org>");
        assertThat(read.people()).hasSize(1);
        assertThat(read.people().getFirst().lastName()).isEqualTo("Lovelace");
        assertThat(read.repeated()).isEqualTo(2);
        assertThat(read.bad()).isEqualTo(List.of());
    }
}
