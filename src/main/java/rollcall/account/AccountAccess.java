package rollcall.account;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.ProgramCreated;

/** Who may do what, by the roles that accounts were given. */
@Component
class AccountAccess implements Access {

    private final RightsOf rights;
    private final Grants grants;

    AccountAccess(RightsOf rights, Grants grants) {
        this.rights = rights;
        this.grants = grants;
    }

    @Override
    public boolean may(Actor who, long programId, Act act) {
        return rights.of(who).may(programId, act);
    }

    @Override
    public Reach reachOf(Actor who) {
        return rights.of(who).reach();
    }

    @Override
    public Reach reachOf(Actor who, Act act) {
        return rights.of(who).reach(act);
    }

    @Override
    public boolean mayEverywhere(Actor who, Act act) {
        return rights.of(who).mayEverywhere(act);
    }

    @Override
    public boolean administers(Actor who) {
        return rights.of(who).administrator();
    }

    @Override
    public boolean mayCreate(Actor who) {
        return rights.of(who).mayCreate();
    }

    @Override
    public Set<Actor> whoMay(long programId, Act act) {
        return grants.whoMay(programId, act);
    }

    /** A manager of named programs who clones one of them manages the clone. */
    @EventListener
    void letManage(ProgramCreated event) {
        if (event.clonedFrom() != null && !may(event.by(), event.programId(), Act.MANAGE)) {
            grants.add(RightsOf.accountId(event.by().key()), event.programId(), Role.MANAGER);
            rights.forget();
        }
    }
}
