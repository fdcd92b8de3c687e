package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class HintsOnH2Test extends HintsTests {}
