package rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.mail.Piece.Place;
import rollcall.mail.Piece.Words;

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
        {{link.register}} {{link.status}} {{link.cancel}} ~ -
        """)
    void findsWhatCannotBeSaid(String typed, String expected) {
        assertThat(PlainSource.check(typed))
                .extracting(one -> one.kind() + " " + one.what() + " " + one.line())
                .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
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
        <a href="{{link.calendar | javascript:alert(1)}}">in</a> ~ ADDRESS
        <a href="{{link.calendar | https://example.org/}}">in</a> ~ -
        <a href="https://{{person.company}}/">in</a>           ~ ADDRESS
        <a href="https://example.org/?q={{person.company}}">in</a> ~ -
        <a href="mailto:{{person.email}}">in</a>               ~ -
        <a href=" JavaScript:alert(1)">in</a>                  ~ ADDRESS
        <a href="//example.org">in</a>                         ~ ADDRESS
        <a href="data:text/html,x">in</a>                      ~ ADDRESS
        <a href="https:\\\\example.org">in</a>                   ~ ADDRESS
        """)
    void findsWhatCannotStandInHtml(String typed, String expected) {
        assertThat(HtmlSource.check(typed))
                .extracting(one -> one.kind().name())
                .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"1, {{nobody}}", "2, 'One\n{{nobody}}'", "3, 'One\n\n {{nobody}} {{person.email}}'"})
    void namesTheLine(int line, String typed) {
        assertThat(PlainSource.check(typed)).singleElement().returns(line, Finding::line);
        assertThat(HtmlSource.check(typed)).singleElement().returns(line, Finding::line);
    }

    @Test
    void namesTheLineOfEachPlace() {
        var html = """
            <p>Hello {{person.firstName}},</p>
            <p>at {{program.starts}}
               in <a href="{{person.company}}">your {{person.mood}}</a></p>
            <img src="https://example.org/{{person.email}}.png" alt="x">
            {{member.status\
            """;
        assertThat(HtmlSource.check(html))
                .extracting(one -> one.kind() + " " + one.line())
                .containsExactlyInAnyOrder("UNKNOWN 2", "ADDRESS 3", "UNKNOWN 3", "PLACE 4", "UNCLOSED 5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        {{{person.email}}}                               ~ {|person.email|}
        {{person.email}}{{person.company | none }}       ~ person.email|person.company:none
        {{{{person.email}} }}                            ~ {{|person.email| }}
        a {{person.email}} b {{nobody}} c                ~ a |person.email| b {{nobody}} c
        """)
    void readsBracesInOneWay(String typed, String expected) {
        assertThat(TokenText.read(typed).pieces())
                .extracting(TokenTextTest::shown)
                .containsExactly(expected.split("\\|"));
    }

    private static String shown(Piece piece) {
        return switch (piece) {
            case Words(var text) -> text;
            case Place(var token, var instead) -> token.typed() + (instead == null ? "" : ":" + instead);
        };
    }

    @Property(tries = 500)
    void whatIsPrintedReadsAsItWas(@ForAll("pieces") List<Piece> pieces) {
        var read = TokenText.read(TokenText.print(pieces));
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.pieces()).isEqualTo(joined(pieces));
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        var words = Arbitraries.strings()
                .withChars("{}| \na<&\u00e5")
                .ofMinLength(1)
                .ofMaxLength(6);
        var instead =
                Arbitraries.strings().withChars("a<&' -\u00e5").ofMinLength(1).ofMaxLength(6);
        var place = Combinators.combine(
                        Arbitraries.of(Token.values()),
                        instead.map(String::strip)
                                .filter(text -> !text.isEmpty())
                                .injectNull(0.5))
                .as(Place::new);
        return Arbitraries.oneOf(words.filter(text -> !text.contains("{{")).<Piece>map(Words::new), place.map(one ->
                        (Piece) one))
                .list()
                .ofMaxSize(8)
                .filter(TokenTextTest::opensNothing);
    }

    /** Two words beside each other must not open a token together. */
    private static boolean opensNothing(List<Piece> pieces) {
        return joined(pieces).stream().noneMatch(piece -> piece instanceof Words(var text) && text.contains("{{"));
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof Words(var text)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Words(var before)) {
                joined.set(joined.size() - 1, new Words(before + text));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    @Property(tries = 500)
    void whateverIsSaidInHtmlIsTextThere(@ForAll String said) {
        var html = new StringBuilder();
        Voice.HTML.say(said, false, html);
        var page = Jsoup.parseBodyFragment(html.toString());
        assertThat(page.body().select("*").not("body, br")).isEmpty();
        assertThat(visible(page.body().wholeText())).isEqualTo(visible(said));
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(one ->
                        !Character.isISOControl(one) && !Character.isWhitespace(one) && !Character.isSpaceChar(one))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Property(tries = 500)
    void whateverIsSaidInASubjectStaysOnItsLine(@ForAll String said) {
        var subject = new StringBuilder();
        Voice.SUBJECT.say(said, false, subject);
        assertThat(subject.chars()).noneMatch(Character::isISOControl).hasSize(said.length());
    }
}
