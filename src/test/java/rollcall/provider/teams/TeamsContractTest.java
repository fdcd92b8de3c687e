package rollcall.provider.teams;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import rollcall.provider.AttendanceKind;
import rollcall.provider.ContractTests;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService;
import rollcall.provider.FakeService.Call;
import rollcall.provider.WebinarProvider;

class TeamsContractTest extends ContractTests {

    private final TeamsFixture teams = new TeamsFixture();

    @AfterEach
    void close() {
        teams.close();
    }

    @Override
    protected WebinarProvider provider() {
        return teams.provider();
    }

    @Override
    protected FakeService service() {
        return teams.service();
    }

    @Override
    protected EventRef event() {
        return TeamsFixture.EVENT;
    }

    @Override
    protected String nowhere() {
        return "00000000-0000-4000-8000-000000000000@" + TeamsService.TENANT;
    }

    @Override
    protected Predicate<Call> registering() {
        return TeamsService.REGISTERING;
    }

    @Override
    protected boolean fill() {
        teams.service().configuration.put("capacity", 0);
        return true;
    }

    @Override
    protected void end() {
        teams.end();
    }

    @Override
    protected boolean attend(String email, AttendanceKind kind, Duration howLong) {
        if (kind == AttendanceKind.LIVE) {
            teams.attend(email, howLong);
        }
        return kind == AttendanceKind.LIVE;
    }

    @Override
    protected void throttle() {
        service().next(call -> call.path().startsWith("/graph"), TeamsFixture.pause("7"));
    }

    @Override
    protected void lockOut() {
        teams.service().secret = "another";
        teams.service().expireToken();
    }

    @Override
    protected void expireToken() {
        teams.service().expireToken();
    }

    @Override
    protected int manyRegistrants() {
        teams.service().pageSize = 3;
        return 8;
    }
}
