package rollcall.provider.zoom;

import java.time.Duration;
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

class ZoomContractTest extends ContractTests {

    private final ZoomFixture fixture = new ZoomFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Override
    protected WebinarProvider provider() {
        return fixture.zoom;
    }

    @Override
    protected FakeService service() {
        return fixture.service;
    }

    @Override
    protected EventRef event() {
        return ZoomFixture.EVENT;
    }

    @Override
    protected String nowhere() {
        return "97000000009";
    }

    @Override
    protected Predicate<Call> registering() {
        return call -> call.is("POST", "/v2/webinars/\\d+/(batch_)?registrants");
    }

    @Override
    protected boolean fill() {
        registered("first@example.com");
        fixture.webinar.capacity = 1;
        return true;
    }

    @Override
    protected void end() {
        fixture.end();
    }

    @Override
    protected boolean attend(String email, AttendanceKind kind, Duration howLong) {
        switch (kind) {
            case LIVE -> fixture.join(email, 5, 5 + (int) howLong.toMinutes());
            case ON_DEMAND -> fixture.view(email, ZoomFixture.minute(90), howLong);
        }
        return true;
    }

    @Override
    protected void throttle() {
        fixture.service.next(
                registering(),
                new Answer(
                        429,
                        Map.of(
                                "X-RateLimit-Type",
                                "QPS",
                                "X-RateLimit-Reset",
                                Long.toString(
                                        fixture.clock.instant().plusSeconds(2).getEpochSecond())),
                        "{\"code\":429,\"message\":\"You have reached the maximum per-second rate limit for this"
                                + " API.\"}"));
    }

    @Override
    protected void lockOut() {
        fixture.service.secret("S-2");
    }

    @Override
    protected void expireToken() {
        fixture.service.expireTokens();
    }

    @Override
    protected int manyRegistrants() {
        return ZoomApi.PAGE + 1;
    }
}
