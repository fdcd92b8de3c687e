package rollcall.provider.on24;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import rollcall.provider.AttendanceKind;
import rollcall.provider.ContractTests;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService;
import rollcall.provider.FakeService.Call;
import rollcall.provider.WebinarProvider;

class On24ContractTest extends ContractTests {

    private final On24Fixture on24 = new On24Fixture();

    @AfterEach
    void close() {
        on24.service.close();
    }

    @Override
    protected WebinarProvider provider() {
        return on24.provider;
    }

    @Override
    protected FakeService service() {
        return on24.service;
    }

    @Override
    protected EventRef event() {
        return On24Fixture.EVENT;
    }

    @Override
    protected Predicate<Call> registering() {
        return On24Service.REGISTERING;
    }

    /** What an integration registers is not counted (ON24-SEC). */
    @Override
    protected boolean fill() {
        return false;
    }

    @Override
    protected void end() {
        on24.clock.set(on24.service.end.plus(Duration.ofDays(2)));
    }

    @Override
    protected boolean attend(String email, AttendanceKind kind, Duration howLong) {
        on24.service.attended(email, kind, howLong);
        return true;
    }

    @Override
    protected void throttle() {
        on24.service.quotaUsedUp = true;
    }

    @Override
    protected void lockOut() {
        on24.service.secret = "another";
    }

    /** What opens it does not expire. */
    @Override
    protected void expireToken() {}

    @Override
    protected String nowhere() {
        return "4409999";
    }

    @Override
    protected int manyRegistrants() {
        return On24.PAGE + 1;
    }
}
