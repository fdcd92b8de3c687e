package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.transfer.Target.ANSWER;
import static rollcall.transfer.Target.COMPANY;
import static rollcall.transfer.Target.COUNTRY;
import static rollcall.transfer.Target.EMAIL;
import static rollcall.transfer.Target.FIRST_NAME;
import static rollcall.transfer.Target.FULL_NAME;
import static rollcall.transfer.Target.JOB_TITLE;
import static rollcall.transfer.Target.LAST_NAME;
import static rollcall.transfer.Target.LEAVE_OUT;
import static rollcall.transfer.Target.PHONE;
import static rollcall.transfer.Target.REGISTRANT_ID;
import static rollcall.transfer.Target.SINCE;
import static rollcall.transfer.Target.STATUS;
import static rollcall.transfer.Target.STATUS_REASON;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class MappingTest {

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of(
                        "zoom-registrants.csv",
                        List.of(FIRST_NAME, LAST_NAME, EMAIL, COMPANY, JOB_TITLE, SINCE, STATUS, ANSWER)),
                Arguments.of(
                        "zoom-attendees.csv",
                        List.of(
                                STATUS,
                                LEAVE_OUT,
                                FIRST_NAME,
                                LAST_NAME,
                                EMAIL,
                                PHONE,
                                SINCE,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                ANSWER,
                                COUNTRY)),
                Arguments.of(
                        "gotowebinar-attendees.csv",
                        List.of(
                                STATUS,
                                ANSWER,
                                LAST_NAME,
                                FIRST_NAME,
                                EMAIL,
                                SINCE,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                LEAVE_OUT,
                                ANSWER)),
                Arguments.of(
                        "gotowebinar-registrants.csv",
                        List.of(FIRST_NAME, LAST_NAME, EMAIL, SINCE, JOB_TITLE, COMPANY)),
                Arguments.of(
                        "on24.csv",
                        List.of(
                                REGISTRANT_ID,
                                FIRST_NAME,
                                LAST_NAME,
                                EMAIL,
                                COMPANY,
                                JOB_TITLE,
                                COUNTRY,
                                SINCE,
                                ANSWER)),
                Arguments.of(
                        "marketo.csv",
                        List.of(
                                FIRST_NAME,
                                LAST_NAME,
                                EMAIL,
                                COMPANY,
                                JOB_TITLE,
                                STATUS,
                                STATUS_REASON,
                                SINCE,
                                LEAVE_OUT)),
                Arguments.of(
                        "swedish.csv",
                        List.of(FIRST_NAME, LAST_NAME, EMAIL, COMPANY, JOB_TITLE, PHONE, COUNTRY, STATUS)));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void knowsTheHeadingsOfOthers(String name, List<Target> targets) {
        var file = Corpus.file(name);
        var headings = CsvRows.headings(file, ShapeDetector.detect(file));

        assertThat(Mapping.proposedFor(headings).targets()).isEqualTo(targets);
    }

    @Test
    void knowsShortHeadingsAndGermanOnes() {
        assertThat(Mapping.proposedFor(List.of("email", "first", "last")).targets())
                .containsExactly(EMAIL, FIRST_NAME, LAST_NAME);
        assertThat(Mapping.proposedFor(List.of("E-Mail-Adresse", "Vorname", "Nachname", "Firma"))
                        .targets())
                .containsExactly(EMAIL, FIRST_NAME, LAST_NAME, COMPANY);
    }

    @ParameterizedTest
    @CsvSource({
        "Since, SINCE",
        "Sedan, SINCE",
        "Registered Date, SINCE",
        "Date registered, SINCE",
        "Registered on, SINCE",
        "Registration Timestamp, SINCE",
        "Anmäld den, SINCE",
        "Registreringsdatum, SINCE",
        "Registrant, REGISTRANT_ID",
        "Registrant (ID), REGISTRANT_ID",
        "Registration ID, REGISTRANT_ID",
        "Registrerings-ID, REGISTRANT_ID",
        "Webinar Link, JOIN_LINK",
        "Personlig länk, JOIN_LINK",
        "Program Member Status, STATUS",
        "Medlemsstatus, STATUS",
        "Program Status Reason, STATUS_REASON",
        "Anledning, STATUS_REASON",
        "Work Email, EMAIL",
        "Employer, COMPANY",
        "Mobilnummer, PHONE",
        "Success Date, LEAVE_OUT",
    })
    void knowsMoreHeadings(String heading, Target target) {
        assertThat(Mapping.proposedFor(List.of(heading)).targets()).containsExactly(target);
    }

    /** Whoever names a column as the mapping page names it is understood. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void knowsItsOwnNames(String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/transfer");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        for (var target : EnumSet.complementOf(EnumSet.of(ANSWER, LEAVE_OUT))) {
            var name = messages.getMessage(target.messageKey(), null, Locale.of(language));
            assertThat(Mapping.proposedFor(List.of(name)).targets()).as(name).containsExactly(target);
        }
    }

    @Test
    void oneNameColumnIsTakenApartOnlyWhereThereAreNotTwo() {
        assertThat(Mapping.proposedFor(List.of("Name", "E-mail")).targets()).containsExactly(FULL_NAME, EMAIL);
        assertThat(Mapping.proposedFor(List.of("Name", "Surname", "E-mail")).targets())
                .containsExactly(LEAVE_OUT, LAST_NAME, EMAIL);
    }

    @Test
    void whatNobodyKnowsIsKeptAndWhatHasNoHeadingIsLeftOut() {
        assertThat(Mapping.proposedFor(List.of("Diet", "", "E-mail", "Email address"))
                        .targets())
                .containsExactly(ANSWER, LEAVE_OUT, EMAIL, ANSWER);
    }

    @Test
    void withoutHeadingsTheColumnWithAddressesIsFound() {
        var file = Corpus.file("no-header.csv");
        var rows = Corpus.rows(file, ShapeDetector.detect(file));

        assertThat(Mapping.proposedForRows(rows).targets()).containsExactly(EMAIL, LEAVE_OUT, LEAVE_OUT);
    }

    @Test
    void namesWhatTwoColumnsClaim() {
        assertThat(new Mapping(List.of(EMAIL, STATUS, EMAIL, ANSWER, ANSWER, LEAVE_OUT, LEAVE_OUT)).claimedTwice())
                .containsExactly(EMAIL);
    }

    @Test
    void isStoredAsAText() {
        var mapping = new Mapping(List.of(EMAIL, ANSWER, LEAVE_OUT));

        assertThat(Mapping.of(mapping.stored())).isEqualTo(mapping);
        assertThat(Mapping.of("").targets()).isEmpty();
        assertThat(mapping.columnOf(ANSWER)).contains(1);
        assertThat(mapping.columnOf(STATUS)).isEmpty();
        assertThat(mapping.has(ANSWER)).isTrue();
        assertThat(mapping.has(STATUS)).isFalse();
    }

    @Test
    void filesWithTheSameHeadingsHaveTheSameKeyAlsoWithOurOwnAtTheEnd() {
        var headings = List.of("First Name", "E-mail (work)");

        assertThat(HeadingsKey.of(headings))
                .isEqualTo(HeadingsKey.of(List.of("first_name", "Email")))
                .isEqualTo(HeadingsKey.of(List.of("First Name", "E-mail", "Rollcall: line", "Rollcall: reason")))
                .isNotEqualTo(HeadingsKey.of(List.of("E-mail", "First Name")))
                .hasSize(64);
    }
}
