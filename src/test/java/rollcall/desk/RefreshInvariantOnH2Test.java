package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class RefreshInvariantOnH2Test extends RefreshInvariantTests {}
