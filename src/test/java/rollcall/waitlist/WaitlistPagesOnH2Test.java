package rollcall.waitlist;

import rollcall.testing.OnH2;

@OnH2
class WaitlistPagesOnH2Test extends WaitlistPagesTests {}
