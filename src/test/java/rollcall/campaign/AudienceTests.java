package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.campaign.Audience.Group;
import rollcall.campaign.Audience.Match;
import rollcall.campaign.Condition.Date.What;
import rollcall.campaign.Condition.Minutes.Kind;
import rollcall.member.Cause;
import rollcall.member.Corrections;
import rollcall.member.Delivery;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.member.OwnReason;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

/** Each condition in SQL means what it means in Java, alone and together, on people who differ in everything. */
abstract class AudienceTests {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Audiences audiences;

    @Autowired
    private MembersFixture members;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Corrections corrections;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    /** A member as Java sees it. */
    private record One(
            long id,
            String status,
            String reason,
            PersonDetails person,
            Instant joined,
            Instant changed,
            @Nullable Instant success,
            Cause source,
            Delivery delivery,
            @Nullable Instant opened,
            @Nullable Integer live,
            @Nullable Integer onDemand,
            Map<String, String> answers,
            Map<String, Instant> was) {}

    @Test
    void everyConditionAndEveryMixOfThemMeansTheSameInBoth() {
        var program = members.program(null);
        var all = crowd(program);
        var conditions = conditions();
        for (var condition : conditions) {
            for (var match : Match.values()) {
                check(program, all, new Audience(List.of(new Group(match, List.of(condition)))));
            }
        }
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            var groups = new ArrayList<Group>();
            for (int g = 0; g <= random.nextInt(2); g++) {
                var some = new ArrayList<Condition>();
                for (int c = 0; c <= random.nextInt(3); c++) {
                    some.add(conditions.get(random.nextInt(conditions.size())));
                }
                groups.add(new Group(Match.values()[random.nextInt(3)], some));
            }
            check(program, all, new Audience(groups));
        }
    }

    private void check(Program program, List<One> all, Audience audience) {
        var leavers = AudienceSql.asksForLeavers(audience);
        var meant = all.stream()
                .filter(one -> leavers || !one.status().equals(NOT_IN_PROGRAM.name()))
                .filter(one -> audience.groups().stream().allMatch(group -> fits(group, one)))
                .map(One::id)
                .toList();
        assertThat(audiences.sample(program, audience, 100))
                .as(audience.toString())
                .extracting(AudienceMember::memberId)
                .containsExactlyInAnyOrderElementsOf(meant);
        assertThat(audiences.count(program, audience)).isEqualTo(meant.size());
    }

    private static boolean fits(Group group, One one) {
        Predicate<Condition> fits = condition -> fits(condition, one);
        return switch (group.match()) {
            case ALL -> group.conditions().stream().allMatch(fits);
            case ANY -> group.conditions().stream().anyMatch(fits);
            case NONE -> group.conditions().stream().noneMatch(fits);
        };
    }

    private static boolean fits(Condition condition, One one) {
        return switch (condition) {
            case Condition.StatusIs(var statuses) -> statuses.contains(one.status());
            case Condition.StatusWas(var statuses, var since) ->
                statuses.stream()
                        .map(one.was()::get)
                        .filter(Objects::nonNull)
                        .anyMatch(at -> since == null
                                || !LocalDate.ofInstant(at, STOCKHOLM).isBefore(since));
            case Condition.Reason(var text) -> low(read(one.reason())).contains(low(text));
            case Condition.Success(var reached) -> reached == (one.success() != null);
            case Condition.Date(var what, var from, var to) ->
                between(
                        switch (what) {
                            case JOINED -> one.joined();
                            case CHANGED -> one.changed();
                            case SUCCESS -> one.success();
                        },
                        from,
                        to);
            case Condition.Field(var field, var test, var text) -> fits(test, field.of(one.person()), text);
            case Condition.Answer(var question, var test, var text) ->
                test == Condition.Test.EMPTY
                        ? one.answers().getOrDefault(question, "").isEmpty()
                        : one.answers().containsKey(question)
                                && fits(test, one.answers().get(question), text);
            case Condition.SourceIs(var sources) -> sources.contains(one.source());
            case Condition.DeliveryIs(var deliveries) -> deliveries.contains(one.delivery());
            case Condition.OpenedForm(var opened) -> opened == (one.opened() != null);
            case Condition.Minutes(var kind, var atLeast, var minutes) -> {
                var known = kind == Kind.LIVE ? one.live() : one.onDemand();
                yield known != null && (atLeast ? known >= minutes : known < minutes);
            }
        };
    }

    private static boolean fits(Condition.Test test, String text, String with) {
        return switch (test) {
            case IS -> low(text).equals(low(with));
            case CONTAINS -> low(text).contains(low(with));
            case BEGINS_WITH -> low(text).startsWith(low(with));
            case EMPTY -> text.isEmpty();
        };
    }

    private static String read(String reason) {
        return reason.replace(OwnReason.CANCELLED_BY_REGISTRANT.stored(), "cancelled by registrant");
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean between(@Nullable Instant at, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (at == null) {
            return false;
        }
        var day = LocalDate.ofInstant(at, STOCKHOLM);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static List<Condition> conditions() {
        var fields = Stream.of(PersonField.values())
                .flatMap(field -> Stream.of(
                        new Condition.Field(field, Condition.Test.CONTAINS, "A_c%"),
                        new Condition.Field(field, Condition.Test.BEGINS_WITH, "ÅKE"),
                        new Condition.Field(field, Condition.Test.EMPTY, ""),
                        new Condition.Field(field, Condition.Test.IS, "acme 1")));
        var others = Stream.<Condition>of(
                new Condition.StatusIs(Set.of("INVITED", "ATTENDED")),
                new Condition.StatusIs(Set.of("NOT_IN_PROGRAM")),
                new Condition.StatusIs(Set.of()),
                new Condition.StatusWas(Set.of("INVITED"), null),
                new Condition.StatusWas(Set.of("REGISTERED", "ATTENDED"), FIRST_DAY.plusDays(1)),
                new Condition.StatusWas(Set.of("NO_SHOW"), null),
                new Condition.Reason("Because 100%"),
                new Condition.Reason("_"),
                new Condition.Reason("by REGISTRANT"),
                new Condition.Success(true),
                new Condition.Success(false),
                new Condition.Date(What.JOINED, FIRST_DAY, FIRST_DAY),
                new Condition.Date(What.CHANGED, FIRST_DAY.plusDays(1), null),
                new Condition.Date(What.SUCCESS, null, FIRST_DAY.plusDays(9)),
                new Condition.Date(What.SUCCESS, FIRST_DAY.plusDays(2), null),
                new Condition.Answer("Diet", Condition.Test.IS, "VEGAN"),
                new Condition.Answer("Diet", Condition.Test.CONTAINS, "eg"),
                new Condition.Answer("Diet", Condition.Test.EMPTY, ""),
                new Condition.SourceIs(Set.of(Cause.IMPORT)),
                new Condition.DeliveryIs(Set.of(Delivery.ACCEPTED, Delivery.REFUSED)),
                new Condition.OpenedForm(true),
                new Condition.OpenedForm(false),
                new Condition.Minutes(Kind.LIVE, true, 30),
                new Condition.Minutes(Kind.LIVE, false, 30),
                new Condition.Minutes(Kind.ON_DEMAND, true, 5));
        return Stream.concat(fields, others).toList();
    }

    /** Twenty people with every status but pending ones, at several times, through several ways. */
    private List<One> crowd(Program program) {
        for (int i = 0; i < 20; i++) {
            clock.set(TestClock.START.plus(Duration.ofHours(9L * i)));
            join(program, i);
        }
        mistakes(program);
        return all(program);
    }

    private void join(Program program, int i) {
        var name = i % 3 == 0 ? "Åke" : i % 3 == 1 ? "a_c%b" : "";
        var details = new PersonDetails(
                "åke.acme%d-%d@example.org".formatted(i, program.key()),
                name,
                i % 4 == 0 ? "ÅKESSON" : "Ek",
                "ACME " + i % 3,
                i % 2 == 0 ? "" : "Boss A_C%",
                "",
                i % 5 == 0 ? "Sverige" : "",
                "sv",
                "");
        var person = people.bring(List.of(details), Known.LEAVE).getFirst();
        var answers = i % 3 == 0 ? Map.of("Diet", i % 2 == 0 ? "Vegan" : "Vegetarian") : Map.<String, String>of();
        var newcomer = new Newcomer(person, null, null, null, null, null, answers);
        var request = StatusRequest.of(program.key(), INVITED, i % 2 == 0 ? Cause.IMPORT : Cause.PERSON, Actor.SYSTEM)
                .because(reason(i));
        var member = Objects.requireNonNull(
                changes.join(request, List.of(newcomer)).outcomes().getFirst().memberId());
        clock.advance(Duration.ofHours(1));
        var to = List.of(INVITED, REGISTERED, StatusCode.REGISTRATION_ERROR, NO_SHOW, ATTENDED, NOT_IN_PROGRAM);
        changes.change(members.ask(program, to.get(i % to.size())), member);
        jdbc.sql("update member set live_minutes = :live, on_demand_minutes = :later, form_opened_at = :opened"
                        + " where id = :id")
                .param("live", i % 4 == 0 ? 20 + i : null)
                .param("later", i % 5 == 0 ? i : null)
                .param("opened", i % 3 == 0 ? Timestamp.from(clock.instant()) : null)
                .param("id", member)
                .update();
    }

    private static String reason(int i) {
        return i % 4 == 0 ? "Because 100% sure" : i % 4 == 1 ? OwnReason.CANCELLED_BY_REGISTRANT.stored() : "un_known";
    }

    /** A no-show that was none counts for nothing. */
    private void mistakes(Program program) {
        clock.advance(Duration.ofHours(1));
        var wrong = jdbc.sql("select min(id) from member where program_id = :p and status = 'NO_SHOW'")
                .param("p", program.key())
                .query(Long.class)
                .single();
        corrections.correct(members.ask(program, REGISTERED), wrong);
    }

    private List<One> all(Program program) {
        return jdbc.sql("select * from member where program_id = :p")
                .param("p", program.key())
                .query((row, n) -> {
                    var id = row.getLong("id");
                    return new One(
                            id,
                            row.getString("status"),
                            row.getString("status_reason"),
                            people.find(row.getLong("person_id")).orElseThrow().details(),
                            Objects.requireNonNull(CampaignRows.instant(row, "joined_at")),
                            Objects.requireNonNull(CampaignRows.instant(row, "changed_at")),
                            CampaignRows.instant(row, "success_at"),
                            Cause.valueOf(row.getString("source")),
                            Delivery.valueOf(row.getString("delivery")),
                            CampaignRows.instant(row, "form_opened_at"),
                            row.getObject("live_minutes", Integer.class),
                            row.getObject("on_demand_minutes", Integer.class),
                            answers(id),
                            was(id));
                })
                .list();
    }

    private Map<String, String> answers(long member) {
        var answers = new HashMap<String, String>();
        jdbc.sql("select question, answer from member_answer where member_id = :id")
                .param("id", member)
                .query(row -> {
                    answers.put(row.getString(1), row.getString(2));
                });
        return answers;
    }

    private Map<String, Instant> was(long member) {
        var was = new HashMap<String, Instant>();
        jdbc.sql("select to_status, happened_at from status_change where member_id = :id and corrected_by is"
                        + " null order by seq")
                .param("id", member)
                .query(row -> {
                    was.put(row.getString(1), Objects.requireNonNull(CampaignRows.instant(row, "happened_at")));
                });
        return was;
    }

    /** Who was set aside, or erased, is in no audience, whatever it asks for. */
    @Test
    void whoIsClosedIsNeverMeant() {
        var program = members.program(null);
        var member = members.member(program, INVITED);
        changes.change(members.ask(program, NOT_IN_PROGRAM), member);
        var left = Audience.of(new Condition.StatusIs(Set.of("NOT_IN_PROGRAM")));
        assertThat(audiences.count(program, left)).isEqualTo(1);

        jdbc.sql("update member set closed = 'MERGED' where id = :id")
                .param("id", member)
                .update();
        assertThat(audiences.count(program, left)).isZero();
        jdbc.sql("update member set closed = null where id = :id")
                .param("id", member)
                .update();
    }
}
