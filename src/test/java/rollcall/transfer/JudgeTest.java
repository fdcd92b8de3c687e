package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.transfer.Verdict.Kind.CREATED;
import static rollcall.transfer.Verdict.Kind.UNCHANGED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.member.Forecasted;
import rollcall.member.Newcomer;
import rollcall.person.Known;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.program.Move;
import rollcall.program.Status;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Status INVITED = new Status("INVITED", "Invited", 10, 0, false, false, false);

    private static final Move COMES = new Move.Join(null, INVITED);
    private static final Move STAYS = new Move.Skip(INVITED, Move.Reason.ALREADY_THERE);
    private static final Move FULL = new Move.Skip(INVITED, Move.Reason.PROGRAM_FULL);

    private final Map<String, Person> people = new HashMap<>();
    private final Map<Long, Forecasted> forecasts = new HashMap<>();
    private final List<List<String>> keysAsked = new ArrayList<>();
    private final List<List<Newcomer>> newcomersAsked = new ArrayList<>();

    private List<Judged> judge(Known known, Map<Long, Long> duplicates, Read... rows) {
        var judge = new Judge(
                keys -> {
                    keysAsked.add(keys);
                    return people;
                },
                keys -> Map.of(),
                newcomers -> {
                    newcomersAsked.add(newcomers);
                    return newcomers.stream()
                            .map(one -> forecasts.getOrDefault(one.personId(), new Forecasted(COMES, false)))
                            .toList();
                },
                known);
        return judge.judge(List.of(rows), 100, duplicates);
    }

    @Test
    void eachRowKeepsItsNumberAndGetsItsOwnVerdict() {
        know(7, "bob", "Bob", "");
        forecasts.put(7L, new Forecasted(STAYS, false));
        know(8, "cy", "Cy", "");
        forecasts.put(8L, new Forecasted(FULL, true));
        var unreadable = new Read.Refused(row(2), Refusal.of(Refusal.Reason.EMAIL_MISSING));

        var judged = judge(
                Known.LEAVE,
                Map.of(103L, 1L),
                entry("ada", "Ada"),
                unreadable,
                entry("bob", "Bob"),
                entry("ada", "Ada"),
                entry("cy", "Cy"));

        assertThat(judged).extracting(Judged::number).containsExactly(100L, 101L, 102L, 103L, 104L);
        assertThat(judged)
                .extracting(Judged::verdict)
                .containsExactly(
                        new Verdict(CREATED, null),
                        Verdict.refused(Refusal.of(Refusal.Reason.EMAIL_MISSING)),
                        new Verdict(UNCHANGED, null),
                        Verdict.refused(new Refusal(Refusal.Reason.DUPLICATE, "1")),
                        Verdict.refused(Refusal.of(Refusal.Reason.PROGRAM_FULL)));
        assertThat(judged.get(2).entry().emailKey()).isEqualTo("bob");
        assertThatThrownBy(() -> judged.get(1).entry()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDatabaseIsAskedOnceAndOnlyAboutRowsThatAreOpen() {
        know(7, "bob", "Bob", "");
        var unreadable = new Read.Refused(row(2), Refusal.of(Refusal.Reason.EMAIL_MISSING));

        judge(
                Known.LEAVE,
                Map.of(102L, 1L),
                entry("ada", "Ada"),
                unreadable,
                entry("ada", "Ada"),
                entry("bob", "Bob"),
                entry("cy", "Cy"));

        assertThat(keysAsked).containsExactly(List.of("ada", "bob", "cy"));
        assertThat(newcomersAsked).hasSize(1);
        assertThat(newcomersAsked.getFirst()).extracting(Newcomer::personId).containsExactly(-1L, 7L, -3L);
    }

    @Test
    void theDoorHearsEverythingThatTheRowSaysOfTheMembership() {
        judge(Known.LEAVE, Map.of(), entry("ada", "Ada"));
        assertThat(newcomersAsked.getFirst())
                .containsExactly(new Newcomer(
                        -1,
                        "INVITED",
                        "By phone",
                        NOW,
                        "reg-ada",
                        "https://example.org/ada",
                        Map.of("Shoe size", "38")));
    }

    /** Somebody who stays where they are: is there anything to write? */
    @ParameterizedTest
    @CsvSource({
        // known as,  company,  the file's,  and company, how,         news,  comes to
        "Ada,         '',       Ada,         '',          OVERWRITE,   false, UNCHANGED",
        "Ada,         '',       Ada,         '',          OVERWRITE,   true,  UPDATED",
        "Ada,         '',       Augusta,     '',          OVERWRITE,   false, UPDATED",
        "Ada,         '',       Augusta,     '',          FILL_BLANKS, false, UNCHANGED",
        "Ada,         '',       Augusta,     Engines,     FILL_BLANKS, false, UPDATED",
        "Ada,         '',       Augusta,     Engines,     LEAVE,       false, UNCHANGED",
        "Ada,         '',       Augusta,     Engines,     LEAVE,       true,  UPDATED",
        "Ada,         Engines,  Ada,         '',          OVERWRITE,   false, UNCHANGED",
    })
    void whoStaysIsUpdatedOnlyByNews(
            String name, String company, String told, String toldCompany, Known how, boolean news, Verdict.Kind kind) {
        know(7, "ada", name, company);
        forecasts.put(7L, new Forecasted(STAYS, news));
        assertThat(judge(how, Map.of(), entry("ada", told, toldCompany)))
                .extracting(Judged::verdict)
                .containsExactly(new Verdict(kind, null));
    }

    private void know(long id, String key, String name, String company) {
        people.put(key, new Person(id, 0, details(key, name, company), NOW, null));
    }

    private static Read entry(String key, String name) {
        return entry(key, name, "");
    }

    private static Read entry(String key, String name, String company) {
        return new Read.Entry(
                row(1),
                key,
                details(key, name, company),
                INVITED,
                "By phone",
                NOW,
                "reg-" + key,
                "https://example.org/" + key,
                Map.of("Shoe size", "38"));
    }

    private static CsvRow row(long line) {
        return new CsvRow(line, List.of());
    }

    private static PersonDetails details(String key, String name, String company) {
        return new PersonDetails(key + "@example.org", name, "", company, "", "", "", "", "");
    }
}
