package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        Hello {{person.firstName}}!                      ~ -
        Hello {{ person.firstName | dear friend }}!      ~ -
        {{member.webinarUrl}} {{link.calendar}}          ~ -
        Costs {5} and {ten}                              ~ -
        {{person.firstname}}                             ~ UNKNOWN {{person.firstname}} 1
        {{}}                                             ~ UNKNOWN {{}} 1
        {{T(java.lang.Runtime).getRuntime()}}            ~ UNKNOWN {{T(java.lang.Runtime).getRuntime()}} 1
        Hello {{person.firstName                         ~ UNCLOSED {{person.firstName 1
        {{person.firstName | a | b}}                     ~ DEFAULT {{person.firstName | a | b}} 1
        {{person.firstName |}}                           ~ DEFAULT {{person.firstName |}} 1
        {{link.register}}                                ~ LATER {{link.register}} 1
        """)
    void findsWhatCannotBeSaid(String typed, String expected) {
        assertThat(PlainSource.check(typed))
                .extracting(one -> one.kind() + " " + one.what() + " " + one.line())
                .isEqualTo(expected.equals("-") ? java.util.List.of() : java.util.List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        <p>Hello {{person.firstName}}</p>                      ~ -
        <a href="https://example.org/">in</a>                  ~ -
        <a href="{{member.webinarUrl}}">in</a>                 ~ -
        <a href="javascript:alert(1)">in</a>                   ~ ADDRESS
        <a href="{{person.firstName}}">in</a>                  ~ ADDRESS
        <p class="{{person.firstName}}">in</p>                 ~ PLACE
        <script>alert(1)</script>                              ~ LEFT_OUT
        """)
    void findsWhatCannotStandInHtml(String typed, String expected) {
        assertThat(HtmlSource.check(typed))
                .extracting(one -> one.kind().name())
                .isEqualTo(expected.equals("-") ? java.util.List.of() : java.util.List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"1, {{nobody}}", "2, 'One\n{{nobody}}'", "3, 'One\n\n {{nobody}} {{person.email}}'"})
    void namesTheLine(int line, String typed) {
        assertThat(PlainSource.check(typed)).singleElement().returns(line, Finding::line);
        assertThat(HtmlSource.check(typed)).singleElement().returns(line, Finding::line);
    }

    @Property(tries = 500)
    void whatWasReadIsPrintedAsItWas(@ForAll @CharRange(from = ' ', to = '~') String typed) {
        var read = TokenText.read(typed);
        if (read.mistakes().isEmpty() && !typed.contains("{{")) {
            assertThat(TokenText.print(read.pieces())).isEqualTo(typed);
        }
    }
}
