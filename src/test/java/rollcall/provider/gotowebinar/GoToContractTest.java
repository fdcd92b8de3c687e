package rollcall.provider.gotowebinar;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import rollcall.provider.AttendanceKind;
import rollcall.provider.ContractTests;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.FakeService.Call;
import rollcall.provider.WebinarProvider;

class GoToContractTest extends ContractTests {

    private final GoToScene scene = new GoToScene();
    private final Map<String, Duration> attended = new HashMap<>();

    @AfterEach
    void close() {
        scene.close();
    }

    @Override
    protected WebinarProvider provider() {
        return scene.provider;
    }

    @Override
    protected FakeService service() {
        return scene.service;
    }

    @Override
    protected EventRef event() {
        return GoToScene.EVENT;
    }

    @Override
    protected String nowhere() {
        return "4412";
    }

    @Override
    protected Predicate<Call> registering() {
        return GoToScene::registering;
    }

    @Override
    protected int manyRegistrants() {
        return 205;
    }

    @Override
    protected boolean fill() {
        scene.service.limit = 1;
        registered("first@example.com");
        return true;
    }

    @Override
    protected void end() {
        var session = scene.service.session(GoToService.START, GoToService.END);
        attended.forEach((email, howLong) -> scene.service.attended(
                email, session, howLong.toSeconds(), GoToService.START, GoToService.START.plus(howLong)));
        scene.service.counted(attended.size());
        scene.end();
    }

    @Override
    protected boolean attend(String email, AttendanceKind kind, Duration howLong) {
        if (kind == AttendanceKind.LIVE) {
            attended.put(email, howLong);
        }
        return kind == AttendanceKind.LIVE;
    }

    @Override
    protected void throttle() {
        scene.service.next(registering(), Answer.empty(429));
    }

    @Override
    protected void lockOut() {
        scene.service.accessToken = "another";
        scene.service.refreshToken = "another";
    }

    @Override
    protected void expireToken() {
        scene.service.accessToken = "another";
    }
}
