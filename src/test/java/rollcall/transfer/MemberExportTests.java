package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.transfer.Target.ANSWER;
import static rollcall.transfer.Target.COMPANY;
import static rollcall.transfer.Target.COUNTRY;
import static rollcall.transfer.Target.EMAIL;
import static rollcall.transfer.Target.FIRST_NAME;
import static rollcall.transfer.Target.JOB_TITLE;
import static rollcall.transfer.Target.JOIN_LINK;
import static rollcall.transfer.Target.LANGUAGE;
import static rollcall.transfer.Target.LAST_NAME;
import static rollcall.transfer.Target.LEAVE_OUT;
import static rollcall.transfer.Target.PHONE;
import static rollcall.transfer.Target.REGISTRANT_ID;
import static rollcall.transfer.Target.SINCE;
import static rollcall.transfer.Target.STATUS;
import static rollcall.transfer.Target.STATUS_REASON;
import static rollcall.transfer.Target.ZONE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import rollcall.member.MemberFilter;
import rollcall.member.MemberSort;
import rollcall.member.MembersFixture;
import rollcall.program.Program;

abstract class MemberExportTests {

    @Autowired
    private MemberExport export;

    @Autowired
    private ImportsFixture imports;

    @Autowired
    private MembersFixture members;

    private Program program;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void begin() {
        program = members.program(null);
        LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
    }

    @AfterEach
    void noLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    private void bringIn() {
        imports.run(program, """
            email,first name,last name,company,phone,status,status reason,since,registrant id,join link,Diet,Remark
            a-%1$s@example.org,Åsa,"O'Hara, \"\"Ö\"\"",'=Acme,+46 8 1,Registered,,2026-02-01 10:00,R1,https://x.example/1,vegan,'@home
            b-%1$s@example.org,Bo,Ek,,,Rejected,'-nope,2026-02-02 10:00,,,,"two
            lines"
            """.replace("since", "status since").formatted(mark));
    }

    @Test
    void writesEveryCellQuotedAndNoneAsAFormula() throws IOException {
        bringIn();

        assertThat(written(MemberFilter.EVERYBODY)).isEqualTo("""
            \uFEFF"E-mail","First name","Last name","Company","Job title","Phone","Country","Language","Time zone",\
            "Status","Status reason","Membership date","Last change","Registrant ID","Join link","Diet","Remark"
            "b-%1$s@example.org","Bo","Ek","","","","","","","Rejected","'-nope","2026-02-02T10:00:00+01:00",\
            "2026-02-02T10:00:00+01:00","","","","two
            lines"
            "a-%1$s@example.org","Åsa","O'Hara, ""Ö""\","'=Acme","","'+46 8 1","","","","Registered","",\
            "2026-02-01T10:00:00+01:00","2026-02-01T10:00:00+01:00","R1","https://x.example/1","vegan","'@home"
            """.formatted(mark));
    }

    @Test
    void writesExactlyThoseWhoMatch() throws IOException {
        bringIn();

        assertThat(written(MemberFilter.withStatus("REJECTED")).lines().filter(line -> line.contains("@example.org")))
                .singleElement()
                .asString()
                .contains("\"b-" + mark);
    }

    @Test
    void whatWasTakenOutGoesBackInWithoutAChange() throws IOException {
        bringIn();
        members.members(program, 1_203, INVITED);

        for (var language : java.util.List.of("en", "sv")) {
            LocaleContextHolder.setLocale(java.util.Locale.of(language));
            var back = imports.check(program, written(MemberFilter.EVERYBODY));

            assertThat(back.expected()).as(language).isEqualTo(new Totals(0, 0, 1_205, 0));
        }
    }

    /** Only an answer is kept as one; the membership date gives way to the last change, since when the status is. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "sv"})
    void everyColumnThatWasTakenOutIsKnownWhenItComesBack(String language) throws IOException {
        bringIn();
        LocaleContextHolder.setLocale(Locale.of(language));

        var uploaded = imports.upload(members.program(null), written(MemberFilter.EVERYBODY));

        assertThat(uploaded.plan().mapping().targets())
                .containsExactly(
                        EMAIL,
                        FIRST_NAME,
                        LAST_NAME,
                        COMPANY,
                        JOB_TITLE,
                        PHONE,
                        COUNTRY,
                        LANGUAGE,
                        ZONE,
                        STATUS,
                        STATUS_REASON,
                        LEAVE_OUT,
                        SINCE,
                        REGISTRANT_ID,
                        JOIN_LINK,
                        ANSWER,
                        ANSWER);
        assertThat(uploaded.plan().statusFromColumn()).isTrue();
    }

    @Test
    void whatWasTakenOutFillsAnotherProgram() throws IOException {
        bringIn();
        var other = members.program(null);

        var copied = imports.run(other, written(MemberFilter.EVERYBODY));

        assertThat(copied.done()).isEqualTo(new Totals(2, 0, 0, 0));
        var original = written(MemberFilter.EVERYBODY);
        program = other;
        assertThat(written(MemberFilter.EVERYBODY)).isEqualTo(original);
    }

    /** With the line ends of this file. */
    private String written(MemberFilter filter) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = ListFormat.CSV.open(bytes, "")) {
            export.write(program, filter, MemberSort.NAME, Chosen.of(null, null, export.questions(program)), out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
