package rollcall.job;

import rollcall.testing.OnH2;

@OnH2
class WakesOnH2Test extends WakesTests {}
