package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class CapacityPagesOnH2Test extends CapacityPagesTests {}
