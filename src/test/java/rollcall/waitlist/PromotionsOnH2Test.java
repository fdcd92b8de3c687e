package rollcall.waitlist;

import rollcall.testing.OnH2;

@OnH2
class PromotionsOnH2Test extends PromotionsTests {}
