package rollcall.approval;

import rollcall.testing.OnH2;

@OnH2
class DecisionsOnH2Test extends DecisionsTests {}
