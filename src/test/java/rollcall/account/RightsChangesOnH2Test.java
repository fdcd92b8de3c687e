package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class RightsChangesOnH2Test extends RightsChangesTests {}
