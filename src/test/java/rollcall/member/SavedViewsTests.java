package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Account;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.RightsChanges;
import rollcall.account.Role;
import rollcall.person.Belongings;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.Program;
import rollcall.testing.Queries;

abstract class SavedViewsTests {

    private static final MemberFilterForm INVITED_ONES = MemberFilterForm.parse("status=INVITED");

    @Autowired
    private SavedViews views;

    @Autowired
    private SavedViewCounts counts;

    @Autowired
    private SavedViewBelongings belongings;

    @Autowired
    private ViewFixture saved;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RightsChanges rights;

    @Autowired
    private JdbcClient jdbc;

    private Program program;
    private Account manager;
    private Actor ada;
    private Actor viewer;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        manager = account(Role.MANAGER);
        ada = manager.actor();
        viewer = account(Role.VIEWER).actor();
    }

    private Account account(Role role) {
        var email = UUID.randomUUID() + "@example.org";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, "Somebody", Rights.everywhere(role)));
    }

    private List<String> names(Actor who) {
        return views.shownTo(who, program).stream().map(SavedView::name).toList();
    }

    private List<String> audited() {
        var ofProgram = ".*\"program\":%d\\b.*".formatted(program.key());
        return jdbc
                .sql("select kind, details from audit_entry where kind like 'VIEW%' order by id")
                .query((row, n) -> Map.entry(row.getString("kind"), row.getString("details")))
                .list()
                .stream()
                .filter(entry -> entry.getValue().matches(ofProgram))
                .map(Map.Entry::getKey)
                .toList();
    }

    private SavedView of(Stored stored) {
        return ((Stored.Done) stored).view();
    }

    @Test
    void onesOwnStandFirstAndTheSharedOnesAfterThem() {
        saved.saved(ada, program, "Zebra", false, "");
        saved.saved(ada, program, "apple", true, "");
        saved.saved(viewer, program, "My own", false, "q=lovelace");
        saved.saved(ada, fixture.program(null), "Elsewhere", true, "");

        assertThat(names(ada)).containsExactly("apple", "Zebra");
        assertThat(names(viewer)).containsExactly("My own", "apple");
        assertThat(views.shownTo(viewer, program).getFirst().filter().q()).isEqualTo("lovelace");
    }

    @Test
    void whatIsSomebodyElsesOwnIsNotThere() {
        var own = saved.saved(ada, program, "Mine", false, "");

        assertThatThrownBy(() -> views.require(viewer, program, own)).isInstanceOf(NoSuchView.class);
        assertThatThrownBy(() -> views.remove(viewer, program, own, 0)).isInstanceOf(NoSuchView.class);
        assertThatThrownBy(() -> views.require(ada, fixture.program(null), own)).isInstanceOf(NoSuchView.class);
    }

    @Test
    void onlyWhoManagesTheProgramSharesAndChangesWhatIsShared() {
        var shared = saved.saved(ada, program, "Ours", true, "");
        var own = saved.saved(viewer, program, "Mine", false, "");

        assertThatThrownBy(() -> views.create(viewer, program, "Theirs", true, INVITED_ONES, null, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.change(viewer, program, own, 0, "Mine", true))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.change(viewer, program, shared, 0, "Yours", false))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.replace(viewer, program, shared, 0, INVITED_ONES, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> views.remove(viewer, program, shared, 0)).isInstanceOf(NotAllowed.class);
        assertThat(names(viewer)).containsExactly("Mine", "Ours");
    }

    @Test
    void aNameIsUniqueForItsOwnerWhateverItsCase() {
        saved.saved(ada, program, "To call", false, "");
        var other = saved.saved(ada, program, "Other", false, "");

        assertThat(views.create(ada, program, "TO CALL", false, INVITED_ONES, null, null))
                .isInstanceOf(Stored.NameTaken.class);
        assertThat(views.change(ada, program, other, 0, "to call", false)).isInstanceOf(Stored.NameTaken.class);
        assertThat(of(views.change(ada, program, other, 0, "OTHER", false)).name())
                .isEqualTo("OTHER");
        assertThat(views.create(viewer, program, "To call", false, INVITED_ONES, null, null))
                .isInstanceOf(Stored.Done.class);
    }

    @Test
    void aSecondClickFindsWhatTheFirstSaved() {
        var first = of(views.create(ada, program, "To call", true, INVITED_ONES, null, "r-1"));
        var second = of(views.create(ada, program, "To call", true, INVITED_ONES, null, "r-1"));

        assertThat(second).isEqualTo(first);
        assertThat(audited()).containsExactly("VIEW_SHARED");
    }

    @Test
    void fiftyAreEnough() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            saved.saved(ada, program, "View " + i, false, "");
        }

        assertThat(views.create(ada, program, "One more", false, INVITED_ONES, null, null))
                .isInstanceOf(Stored.TooMany.class);
        assertThat(views.create(ada, fixture.program(null), "One more", false, INVITED_ONES, null, null))
                .isInstanceOf(Stored.Done.class);
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        var id = saved.saved(ada, program, "Ours", true, "");
        views.replace(ada, program, id, 0, INVITED_ONES, null);

        assertThat(views.replace(ada, program, id, 0, MemberFilterForm.parse("q=ada"), null))
                .isInstanceOf(Stored.Stale.class);
        assertThat(views.change(ada, program, id, 0, "Theirs", true)).isInstanceOf(Stored.Stale.class);
        assertThat(views.remove(ada, program, id, 0)).map(SavedView::version).contains(1);
        assertThat(views.require(ada, program, id).filter()).isEqualTo(INVITED_ONES);
        assertThat(views.replace(ada, program, id, 0, INVITED_ONES, null))
                .as("what is so already")
                .isInstanceOf(Stored.Done.class);
    }

    @Test
    void theAuditTellsOfWhatIsSharedAlone() {
        var own = saved.saved(ada, program, "Mine", false, "");
        views.replace(ada, program, own, 0, INVITED_ONES, null);
        assertThat(audited()).isEmpty();

        views.change(ada, program, own, 1, "Mine", true);
        views.change(ada, program, own, 2, "Ours", true);
        views.change(ada, program, own, 3, "Ours", false);
        views.change(ada, program, own, 4, "Ours", true);
        views.remove(ada, program, own, 5);
        views.remove(ada, program, own, 5);

        assertThat(audited())
                .containsExactly("VIEW_SHARED", "VIEW_CHANGED", "VIEW_WITHDRAWN", "VIEW_SHARED", "VIEW_REMOVED");
    }

    @Test
    void whoIsDisabledFindsTheirOwnViewsAgainAndLeavesWhatTheyShared() {
        saved.saved(ada, program, "Mine", false, "q=lovelace");
        var shared = saved.saved(ada, program, "Ours", true, "");
        var other = account(Role.MANAGER).actor();
        saved.saved(other, program, "Ours", false, "");

        rights.disable(Actor.SYSTEM, manager.id());

        assertThat(names(ada)).containsExactlyInAnyOrder("Mine", "Ours");
        var left = views.require(other, program, shared);
        assertThat(left.ownerKey()).isNull();
        assertThat(left.ownerName()).isEmpty();
        assertThat(views.change(other, program, shared, left.version(), "Ours", false))
                .as("it would become the asker's, who has one of that name")
                .isInstanceOf(Stored.NameTaken.class);
        assertThat(of(views.change(other, program, shared, left.version(), "Theirs", false))
                        .ownerKey())
                .isEqualTo(other.key());
    }

    @Test
    void whatNamesTheAddressOfSomebodyWhoIsErasedGoes() {
        saved.saved(ada, program, "By address", true, "q=grace.hopper%40example.org");
        saved.saved(ada, program, "Grace.Hopper@Example.org", false, "status=INVITED");
        saved.saved(ada, program, "Others", true, "q=ada%40example.org");

        belongings.forget(new Belongings.Erasure(Set.of(), Set.of("grace.hopper@example.org"), "erased"));

        assertThat(names(ada)).containsExactly("Others");
    }

    @Test
    void theMembersOfAllViewsAreCountedInOneStatement() {
        fixture.members(program, 3, INVITED);
        fixture.members(program, 2, REGISTERED);
        var invited = saved.saved(ada, program, "Invited", false, "status=INVITED");
        var everybody = saved.saved(ada, program, "Everybody", false, "");
        var named = saved.saved(ada, program, "Named", false, "q=Last1");
        var asked = saved.saved(ada, program, "Asked", false, "reason=as asked&status=INVITED&status=REGISTERED");
        var nobody = saved.saved(ada, program, "Nobody", false, "answer=vegan");
        var shown = views.shownTo(ada, program);

        var counted = counts.of(program, shown);

        assertThat(counted)
                .isEqualTo(Map.of(
                        invited, new SavedViewCounts.Count(3, false),
                        everybody, new SavedViewCounts.Count(5, false),
                        named, new SavedViewCounts.Count(2, false),
                        asked, new SavedViewCounts.Count(5, false),
                        nobody, new SavedViewCounts.Count(0, false)));
        var one = shown.stream().filter(view -> view.id() == named).toList();
        assertThat(Queries.of(() -> counts.of(program, shown)))
                .hasSameSizeAs(Queries.of(() -> counts.of(program, one)));
    }

    @Test
    void inALargeProgramOnlyWhatIsKnownAnywayIsCounted() {
        var invited = saved.saved(ada, program, "Invited", false, "status=INVITED");
        saved.saved(ada, program, "Named", false, "q=Last1");
        jdbc.sql("insert into status_count (program_id, status, n) values (:program, 'INVITED', :n)")
                .param("program", program.key())
                .param("n", SavedViewCounts.COUNTED_TOGETHER + 1)
                .update();

        assertThat(counts.of(program, views.shownTo(ada, program)))
                .isEqualTo(Map.of(invited, new SavedViewCounts.Count(SavedViewCounts.COUNTED_TOGETHER + 1, false)));
    }
}
