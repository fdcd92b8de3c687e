package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.person.EmailAddress;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus.Rule;

class DomainRulesTest {

    private static final DomainRules RULES =
            new DomainRules(List.of("evil.example"), List.of("good.example"), List.of("own.example"), true);

    @ParameterizedTest
    @CsvSource({
        "x@evil.example,        , DOMAIN_REFUSED",
        "x@sub.EVIL.example,    , DOMAIN_REFUSED",
        "x@notevil.example,     , NONE",
        "x@good.example,        , DOMAIN_ACCEPTED",
        "x@own.example,         , OWN_TEAM",
        "x@else.example,        , NONE",
        "x@evil.example, INVITED, INVITED",
        "x@own.example,  INVITED, OWN_TEAM",
        "x@evil.example, NOT_IN_PROGRAM, DOMAIN_REFUSED",
    })
    void aDomainStandsForItselfAndWhatLiesBelowIt(String email, StatusCode at, Rule rule) {
        assertThat(RULES.of(EmailAddress.parse(email).orElseThrow(), at)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "Våren börjar 2026!, varen-borjar-2026",
        "'  -- ',            webinar",
        "日本語,                webinar",
        "Ærø & Smørrebrød,   r-sm-rrebr-d",
    })
    void anAddressIsMadeOfTheName(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
        assertThat(Slugs.wellFormed(slug)).isTrue();
    }
}
