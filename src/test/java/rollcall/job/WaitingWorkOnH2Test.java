package rollcall.job;

import rollcall.testing.OnH2;

@OnH2
class WaitingWorkOnH2Test extends WaitingWorkTests {}
