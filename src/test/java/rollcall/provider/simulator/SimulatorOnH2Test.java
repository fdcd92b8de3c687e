package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class SimulatorOnH2Test extends SimulatorTests {}
