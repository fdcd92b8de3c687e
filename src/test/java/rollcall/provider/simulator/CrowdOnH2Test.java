package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class CrowdOnH2Test extends CrowdTests {}
