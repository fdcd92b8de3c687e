package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class WaitlistInvariantOnH2Test extends WaitlistInvariantTests {}
