package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class MemberSqlTest {

    private static final ReasonWords REASONS = new ReasonWords(messages());

    private static StaticMessageSource messages() {
        var messages = new StaticMessageSource();
        for (var reason : OwnReason.values()) {
            messages.addMessage("member.own-reason." + reason, Locale.ENGLISH, "Said of " + reason + ".");
        }
        messages.addMessage("member.own-reason.DENIED", Locale.ENGLISH, "Denied far too late.");
        return messages;
    }

    @BeforeEach
    void read() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void nobodyWhoLeftIsMeantUnlessAskedFor() {
        var sql = new MemberSql(7, MemberFilter.EVERYBODY, REASONS);
        assertThat(sql.where())
                .isEqualTo(" where m.program_id = :program and m.closed is distinct from 'MERGED'"
                        + " and m.status <> 'NOT_IN_PROGRAM'");
        assertThat(sql.params()).isEqualTo(Map.of("program", 7L));
        assertThat(MemberSql.everybody(7).where()).isEqualTo(" where m.program_id = :program");
    }

    @Test
    void oneStatusIsAnEqualityAndSeveralAreAList() {
        assertThat(new MemberSql(7, MemberFilter.withStatus("INVITED"), REASONS).where())
                .endsWith(" and m.status = :status");
        var several = new MemberSql(7, MemberFilter.withStatus("INVITED", "NOT_IN_PROGRAM"), REASONS);
        assertThat(several.where()).endsWith(" and m.status in (:statuses)");
        assertThat(several.params()).containsEntry("statuses", List.of("INVITED", "NOT_IN_PROGRAM"));
    }

    @Test
    void aReasonIsFoundAnywhere() {
        var sql = new MemberSql(7, new MemberFilter(List.of(), "", "Too LATE", null, null, null), REASONS);
        assertThat(sql.where())
                .endsWith(" and (lower(m.status_reason) like :reason escape '!' or m.status_reason in (:ownReasons))");
        assertThat(sql.params())
                .containsEntry("reason", "%too late%")
                .as("by what the reader sees")
                .containsEntry("ownReasons", List.of("{DENIED}"));
        assertThat(new MemberSql(7, new MemberFilter(List.of(), "", "by phone", null, null, null), REASONS).where())
                .endsWith(" and lower(m.status_reason) like :reason escape '!'");
    }

    @Test
    void successAndDatesNarrow() {
        var sql = new MemberSql(7, new MemberFilter(List.of(), "", "", true, NOON, NOON.plusSeconds(60)), REASONS);
        assertThat(sql.where())
                .endsWith(" and m.success_at is not null and m.changed_at >= :changedFrom"
                        + " and m.changed_at < :changedTo");
        assertThat(sql.params())
                .contains(
                        entry("changedFrom", Timestamp.from(NOON)),
                        entry("changedTo", Timestamp.from(NOON.plusSeconds(60))));
        assertThat(new MemberSql(7, new MemberFilter(List.of(), "", "", false, null, null), REASONS).where())
                .endsWith(" and m.success_at is null");
    }

    @Test
    void aCopyIsNarrowedOnItsOwn() {
        var all = MemberSql.everybody(7).param("most", 5);
        var some = all.copy().add("m.id > :id", "id", 3L).param("most", 6);
        assertThat(all.where()).isEqualTo(" where m.program_id = :program");
        assertThat(all.params()).isEqualTo(Map.of("program", 7L, "most", 5));
        assertThat(some.where()).isEqualTo(" where m.program_id = :program and m.id > :id");
        assertThat(some.params()).isEqualTo(Map.of("program", 7L, "id", 3L, "most", 6));
    }
}
