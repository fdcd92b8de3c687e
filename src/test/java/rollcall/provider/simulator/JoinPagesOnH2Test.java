package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class JoinPagesOnH2Test extends JoinPagesTests {}
