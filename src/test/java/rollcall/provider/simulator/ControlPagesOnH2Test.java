package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class ControlPagesOnH2Test extends ControlPagesTests {}
