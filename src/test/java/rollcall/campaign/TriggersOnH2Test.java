package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class TriggersOnH2Test extends TriggersTests {}
