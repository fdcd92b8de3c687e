package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class ActionsOnH2Test extends ActionsTests {}
