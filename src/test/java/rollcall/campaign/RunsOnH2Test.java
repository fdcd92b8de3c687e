package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class RunsOnH2Test extends RunsTests {}
