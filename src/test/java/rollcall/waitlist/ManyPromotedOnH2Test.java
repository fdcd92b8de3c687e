package rollcall.waitlist;

import rollcall.testing.OnH2;

@OnH2
class ManyPromotedOnH2Test extends ManyPromotedTests {}
