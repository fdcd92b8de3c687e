package rollcall.provider.on24;

import rollcall.provider.FakeService;
import rollcall.testing.TestClock;

/** The fake of ON24 for tests of other rooms: the event 4401001 of the client 7001, which requires a phone number. */
public final class On24OnLoopback {

    private final On24Service service = new On24Service(new TestClock());

    public On24OnLoopback() {
        service.field("workphone", "Work Phone", true);
    }

    public FakeService service() {
        return service;
    }
}
