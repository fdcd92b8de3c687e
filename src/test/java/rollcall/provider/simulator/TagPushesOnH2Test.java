package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class TagPushesOnH2Test extends TagPushesTests {}
