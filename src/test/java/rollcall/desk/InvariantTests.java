package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.RightsChanges;
import rollcall.account.Role;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class InvariantTests {

    private static final String UNENTITLED =
            "Somebody decided who may not approve in that program, and whose rights have not changed since.";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inspection inspection;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Programs programs;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RightsChanges rights;

    @Autowired
    private TransactionTemplate transaction;

    private Program program;
    private Program other;
    private long member;

    @BeforeEach
    void begin() {
        program = fixture.program(5);
        other = fixture.program(null);
        member = fixture.members(program, 3, StatusCode.INVITED).getFirst();
        changes.change(fixture.ask(program, StatusCode.REGISTERED), member);
        changes.change(fixture.ask(program, StatusCode.ATTENDED), member);
        jdbc.sql("""
            insert into letter (program_id, member_id, person_id, purpose, priority, state, tries, maybe_twice, created_at,
                settled_at)
            select program_id, id, person_id, 'OPERATIONAL', 50, 'SENT', 1, false, current_timestamp, current_timestamp
            from member where id = :member\
            """).param("member", member).update();
    }

    @Test
    void whatTheDoorsWriteBreaksNothing() {
        assertThat(breaches()).isEmpty();
    }

    /** Each invariant fires on a break that is planted for it, and that is taken back afterwards. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        does not begin where   | update status_change set from_status = 'INVITED', from_step = 10 where member_id = :member and seq = 3
        comes from somewhere   | update status_change set from_status = 'NOT_IN_PROGRAM', from_step = 0 where member_id = :member and seq = 1
        without a gap          | update member set seq = 4 where id = :member
        without a gap          | update status_change set seq = 0 where member_id = :member and seq = 1
        by hand who has no     | update change_set set cause = 'PERSON', actor_key = 'account:0' where program_id = :program
        does not lead to       | update member set status = 'NO_SHOW', status_step = 50 where id = :member
        channel does not know  | update member set status_step = 71 where id = :member
        no success date        | update member set success_at = null where id = :member
        has no actor           | update change_set set actor_name = '' where program_id = :program
        seats counted          | update program_seats set taken = 2 where program_id = :program
        another count          | insert into status_count (program_id, status, n) values (:program, 'ATTENDED', 1)
        no correction          | update status_change set corrected_by = change_set_id where member_id = :member and seq = 2
        last change was taken  | update status_change set corrected_by = change_set_id where member_id = :member and seq = 3
        for sorting            | update member set name_key = 'x' where id = :member
        is still in its        | update member set closed = 'ERASED' where id = :member
        and yet is open        | update person set erased_at = current_timestamp where id = (select person_id from member where id = :member)
        still has an address   | update person set erased_at = current_timestamp where id = (select person_id from member where id = :member)
        was set aside          | update member set closed = 'MERGED' where id = :member
        another earlier record | update person set merged_into = id where id = (select person_id from member where id = :member)
        its lease ended        | insert into job (kind, program_id, state, owner, lease_until, cancel_asked, total, done, resume_point, details, actor_key, actor_name, created_at) values ('x', :program, 'RUNNING', 'o', timestamp with time zone '2020-01-01 00:00:00+00:00', false, 1, 0, '', '', 'a', 'b', current_timestamp)
        still has an owner     | insert into job (kind, program_id, state, owner, cancel_asked, total, done, resume_point, details, actor_key, actor_name, created_at, ended_at) values ('x', :program, 'DONE', 'o', false, 1, 1, '', '', 'a', 'b', current_timestamp, current_timestamp)
        was sent twice         | insert into push (program_id, member_id, change_set_id, action, state, due_at, lease_until, unclear, tries, created_at, settled_at) select program_id, id, change_set_id, 'REGISTER', 'DROPPED', null, null, false, 0, current_timestamp, current_timestamp from member cross join (select 1 as n union all select 2) twice where id = :member
        at the same time       | insert into push (program_id, member_id, change_set_id, action, state, due_at, lease_until, unclear, tries, created_at, settled_at) select program_id, id, null, 'REGISTER', 'WAITING', null, null, false, 0, current_timestamp, current_timestamp from member where id = :member
        never laid down        | insert into push (program_id, member_id, change_set_id, action, state, due_at, lease_until, unclear, tries, created_at, settled_at) select program_id, id, null, 'CANCEL', 'SENDING', current_timestamp, timestamp with time zone '2020-01-01 00:00:00+00:00', false, 0, current_timestamp, null from member where id = :member
        in hand for the same   | insert into push (program_id, member_id, action, state, due_at, lease_until, unclear, tries, provider, event_id, created_at) select program_id, id, 'CANCEL', 'SENDING', current_timestamp, current_timestamp, false, 1, 'zoom', '1', current_timestamp from member cross join (select 1 as n union all select 2) twice where id = :member
        but not when           | update member set accepted_at = null where id = :member
        is on its way          | update member set delivery = 'QUEUED' where id = :member
        sent again at a time   | update member set retry_at = current_timestamp where id = :member
        is not held            | insert into push (program_id, member_id, action, state, due_at, unclear, tries, created_at) select program_id, id, 'REGISTER', 'WAITING', current_timestamp, false, 0, current_timestamp from member where id = :member
        keeps an address       | insert into push (program_id, member_id, action, state, unclear, tries, sent_to, created_at, settled_at) select program_id, id, 'CANCEL', 'CANCELLED', false, 1, 'x', current_timestamp, current_timestamp from member where id = :member
        but not all of it      | insert into job (kind, program_id, state, cancel_asked, total, done, resume_point, details, actor_key, actor_name, created_at, ended_at) values ('x', :program, 'DONE', false, 2, 1, '', '', 'a', 'b', current_timestamp, current_timestamp)
        waits for its turn     | insert into letter (program_id, member_id, person_id, purpose, priority, state, due_at, tries, maybe_twice, created_at, settled_at) select program_id, id, person_id, 'OPERATIONAL', 50, 'SENT', current_timestamp, 0, false, current_timestamp, current_timestamp from member where id = :member
        taken in hand more     | insert into letter (program_id, member_id, person_id, purpose, priority, state, due_at, tries, maybe_twice, created_at, settled_at) select program_id, id, person_id, 'OPERATIONAL', 50, 'CLAIMED', timestamp with time zone '2020-01-01 00:00:00+00:00', 0, false, current_timestamp, null from member where id = :member
        not what it says       | insert into letter (program_id, member_id, person_id, purpose, priority, state, due_at, tries, maybe_twice, created_at, settled_at) select program_id, id, person_id, 'OPERATIONAL', 50, 'IN_MAILBOX', null, 0, false, current_timestamp, current_timestamp from member where id = :member
        but the letter does    | insert into mailbox_copy (letter_id, recipient, recipient_name, subject, html, text) select id, '', '', '', '', '' from letter where member_id = :member
        does not ask for       | insert into registration_form (program_id, version, last_key) values (:program, 1, 0)
        does not say when      | insert into job (kind, program_id, state, cancel_asked, total, done, resume_point, details, actor_key, actor_name, created_at) values ('x', :program, 'DONE', false, 1, 1, '', '', 'a', 'b', current_timestamp)
        no sign of life        | insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('x', '1', current_timestamp, true, 1)
        A push has an owner    | insert into push (program_id, member_id, action, state, owner, unclear, tries, created_at, settled_at) select program_id, id, 'CANCEL', 'CANCELLED', 'o', false, 1, current_timestamp, current_timestamp from member where id = :member
        A letter has an owner  | update letter set owner = 'o' where member_id = :member
        but never tried        | update letter set tries = 0 where member_id = :member
        the member it goes to  | update letter set program_id = null where member_id = :member
        but not from the list  | insert into suppression (email_key, reason, email, person_id, words, bounces, actor_key, actor_name, since) select 'x', 'BLOCKED', 'x', person_id, '', 0, 'a', 'b', current_timestamp from member where id = :member; update person set erased_at = current_timestamp where id = (select person_id from member where id = :member)
        is a member of another | insert into registration_submission (program_id, member_id, rule, submitted_at) values (:other, :member, 'OPEN', current_timestamp)
        form came to a status  | insert into registration_submission (program_id, member_id, status, rule, submitted_at) values (:program, :member, 'WAITLISTED', 'OPEN', current_timestamp)
        pages of two programs  | insert into registration_page (program_id, slug, published, speakers, seats_shown, embedders, refused_domains, accepted_domains, own_domains, invited_skip_approval, version) values (:other, 'planted', true, '', false, '', '', '', '', false, 1); insert into registration_former_slug (slug, program_id) values ('planted', :program)
        nothing was counted    | insert into suppression (email_key, reason, email, words, bounces, actor_key, actor_name, since) values ('x', 'BOUNCED', 'x', '', 0, 'a', 'b', current_timestamp)
        """)
    void aPlantedBreakIsFound(String breach, String statement) {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            plant(statement, Map.of("member", member, "program", program.key(), "other", other.key()));
            assertThat(breaches()).anyMatch(found -> found.contains(breach));
        });
        assertThat(breaches()).isEmpty();
    }

    /** @param statements with a semicolon between them */
    private void plant(String statements, Map<String, Object> params) {
        for (var statement : statements.split(";")) {
            jdbc.sql(statement).params(new TreeMap<>(params)).update();
        }
    }

    /** The database refuses it; so the check is for one that lost its rule, such as by a careless restore. */
    @Test
    void aStepDownIsFound() {
        var rule = jdbc.sql("""
            select constraint_name from information_schema.check_constraints
            where lower(check_clause) like '%from_step%'\
            """).query(String.class).single();
        jdbc.sql("alter table status_change drop constraint \"%s\"".formatted(rule))
                .update();
        try {
            transaction.executeWithoutResult(planted -> {
                planted.setRollbackOnly();
                jdbc.sql("update status_change set from_step = 99 where member_id = :member and seq = 2")
                        .param("member", member)
                        .update();
                assertThat(breaches()).anyMatch(found -> found.contains("a step down"));
            });
        } finally {
            jdbc.sql("""
                alter table status_change add constraint "%s"
                check (from_step is null or to_step >= from_step or to_status = 'NOT_IN_PROGRAM')\
                """.formatted(rule)).update();
        }
    }

    @Test
    void seatsThatWereGivenAwayTwiceAreFoundAndThoseOfFactsAreNot() {
        var small = fixture.program(2);
        var ids = fixture.members(small, 4, StatusCode.INVITED);
        fixture.change(small, ids.subList(0, 2), StatusCode.REGISTERED);
        fixture.reported(small, ids.get(2), StatusCode.ATTENDED);
        fixture.change(small, ids.subList(3, 4), StatusCode.NO_SHOW);
        assertThat(breaches()).isEmpty();
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("update program set capacity = 1 where id = :program")
                    .param("program", small.key())
                    .update();
            assertThat(breaches()).singleElement().asString().contains("than there are");
        });
    }

    @Test
    void aCapacityThatWasLoweredBelowTheSeatsTakenBreaksNothing() {
        var id = program.key();
        fixture.members(program, 3, StatusCode.REGISTERED);
        var version = programs.get(id).version();
        programs.edit(Actor.SYSTEM, id, version == null ? 0 : version, Plans.limited("Spring launch", 2));
        assertThat(breaches()).isEmpty();
    }

    @Test
    void aChangeInAnotherProgramsChangeSetIsFound() {
        var other = fixture.program(null);
        fixture.member(other, StatusCode.INVITED);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("""
                update status_change set change_set_id = (
                    select min(id) from change_set where program_id = :other)
                where member_id = :member and seq = 1\
                """).param("other", other.key()).param("member", member).update();
            assertThat(breaches()).anyMatch(found -> found.contains("another program"));
        });
    }

    /** As above, of a member on whom somebody decided. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        not exactly one   | delete from decision where member_id = :member
        does not have     | update decision set to_status = 'WAITLISTED' where member_id = :member
        says another than | update decision set actor_key = 'account:0' where member_id = :member
        without a reason  | update decision set reason = '' where member_id = :member
        no reason to tell | insert into approval_setting (program_id, expires_after, expiry_reason, reasons) values (:program, 3, '', '')
        """)
    void aPlantedBreakOfADecisionIsFound(String breach, String statement) {
        var decided = fixture.member(program, StatusCode.PENDING_APPROVAL);
        changes.change(fixture.ask(program, StatusCode.REJECTED), decided);
        assertThat(breaches()).isEmpty();
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            plant(statement, Map.of("member", decided, "program", program.key()));
            assertThat(breaches()).anyMatch(found -> found.contains(breach));
        });
    }

    /** A decision stays right when the approver's rights are taken away afterwards. */
    @Test
    void whoeverDecidesMustHaveHadTheRight() {
        var decided = fixture.member(program, StatusCode.PENDING_APPROVAL);
        changes.change(fixture.ask(program, StatusCode.REJECTED), decided);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var viewer = account(Rights.everywhere(Role.VIEWER));
            decidedBy(viewer, decided);
            assertThat(breaches()).containsExactly(UNENTITLED);
            rights.give(Actor.SYSTEM, viewer.id(), viewer.version(), Rights.in(program.key(), Role.APPROVER));
            assertThat(breaches()).isEmpty();
        });
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var approver = account(Rights.in(program.key(), Role.APPROVER));
            decidedBy(approver, decided);
            assertThat(breaches()).isEmpty();
            rights.give(Actor.SYSTEM, approver.id(), approver.version(), Rights.in(other.key(), Role.APPROVER));
            assertThat(breaches()).isEmpty();
            jdbc.sql("update decision set decided_at = current_timestamp + interval '1' day where member_id = :member")
                    .param("member", decided)
                    .update();
            assertThat(breaches()).containsExactly(UNENTITLED);
        });
    }

    private Account account(Rights what) {
        return accounts.create(Actor.SYSTEM, new NewAccount(UUID.randomUUID() + "@example.org", "Somebody", what));
    }

    private void decidedBy(Account who, long decided) {
        var params = Map.<String, Object>of("actor", who.actor().key(), "member", decided);
        plant("""
            update change_set set actor_key = :actor
            where id = (select change_set_id from decision where member_id = :member);
            update decision set actor_key = :actor where member_id = :member\
            """, params);
    }

    @Test
    void anAnswerOfSomebodyWhoWasErasedIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("insert into member_answer (member_id, question, answer) values (:member, 'Diet', 'vegan')")
                    .param("member", member)
                    .update();
            jdbc.sql("""
                update person set erased_at = current_timestamp
                where id = (select person_id from member where id = :member)\
                """).param("member", member).update();
            assertThat(breaches()).anyMatch(found -> found.contains("still has an answer"));
        });
    }

    @Test
    void whatWasSentAboutSomebodyWhoWasErasedIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("insert into registration_revision (member_id, sent_at) values (:member, current_timestamp)")
                    .param("member", member)
                    .update();
            jdbc.sql("""
                update person set erased_at = current_timestamp
                where id = (select person_id from member where id = :member)\
                """).param("member", member).update();
            assertThat(breaches()).anyMatch(found -> found.contains("still has a consent"));
        });
    }

    @Test
    void twoFieldsAtOnePlaceAreFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("insert into registration_form (program_id, version, last_key) values (:program, 1, 0)")
                    .param("program", program.key())
                    .update();
            for (var key : List.of("q1", "q2")) {
                jdbc.sql("""
                    insert into registration_field
                        (program_id, field_key, place, kind, name, label, help, wording, required, choices)
                    values (:program, :key, 0, 'SHORT_TEXT', :key, :key, '', '', false, '')\
                    """).param("program", program.key()).param("key", key).update();
            }
            assertThat(breaches()).anyMatch(found -> found.contains("at the same place"));
        });
    }

    @Test
    void aLetterToSomebodyWhoWasErasedIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("""
                update person set erased_at = current_timestamp
                where id = (select person_id from member where id = :member)\
                """).param("member", member).update();
            assertThat(breaches()).anyMatch(found -> found.contains("a letter to them was not"));
        });
    }

    @Test
    void somebodyWhomNobodyHasSentIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            var other = fixture.program(null);
            fixture.member(other, StatusCode.REGISTERED);
            jdbc.sql("""
                insert into webinar (program_id, provider, event_id, leaves_when_cancelled, refreshes_itself, chosen_at)
                values (:program, 'simulator', 'x', true, true, current_timestamp)\
                """).param("program", other.key()).update();
            assertThat(breaches()).anyMatch(found -> found.contains("was not sent to the program"));
        });
    }

    /** Also of somebody who is further by now, and not of what was changed at the moment at which a provider was chosen. */
    @Test
    void aRegistrationWithoutAPushIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            webinarSinceLong(program);
            assertThat(breaches()).anyMatch(found -> found.contains("no push was made of it"));
            jdbc.sql("update webinar set chosen_at = current_timestamp where program_id = :program")
                    .param("program", program.key())
                    .update();
            assertThat(breaches()).isEmpty();
        });
    }

    @Test
    void anAcceptanceWithoutAPushIsFound() {
        var registered = fixture.member(other, StatusCode.REGISTERED);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            webinarSinceLong(other);
            plant("""
                update member set delivery = 'ACCEPTED', accepted_at = current_timestamp where id = :member;
                insert into push (program_id, member_id, change_set_id, action, state, unclear, tries, provider,
                    event_id, created_at, settled_at)
                select program_id, id, change_set_id, 'REGISTER', 'ACCEPTED', false, 1, 'simulator', 'x',
                    current_timestamp, current_timestamp
                from member where id = :member\
                """, Map.of("member", registered));
            assertThat(breaches()).isEmpty();
            plant("update push set state = 'DROPPED' where member_id = :member", Map.of("member", registered));
            assertThat(breaches()).singleElement().asString().contains("no push to it was");
        });
    }

    private void webinarSinceLong(Program at) {
        jdbc.sql("""
            insert into webinar (program_id, provider, event_id, leaves_when_cancelled, refreshes_itself, chosen_at)
            values (:program, 'simulator', 'x', true, true, timestamp with time zone '2020-01-01 00:00:00+00:00')\
            """).param("program", at.key()).update();
    }

    @Test
    void thePushOfSomebodyWhoWasErasedIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql("""
                insert into push (program_id, member_id, action, state, unclear, tries, words, created_at, settled_at)
                values (:program, :member, 'CANCEL', 'CANCELLED', false, 1, 'x', current_timestamp, current_timestamp)\
                """)
                    .param("program", program.key())
                    .param("member", member)
                    .update();
            jdbc.sql("""
                update person set erased_at = current_timestamp
                where id = (select person_id from member where id = :member)\
                """).param("member", member).update();
            assertThat(breaches()).anyMatch(found -> found.contains("more than is needed to cancel"));
        });
    }

    private List<String> breaches() {
        return Inspected.breaches(inspection);
    }
}
