package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class InvariantOnH2Test extends InvariantTests {}
