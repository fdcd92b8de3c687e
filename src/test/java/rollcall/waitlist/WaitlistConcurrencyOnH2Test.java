package rollcall.waitlist;

import rollcall.testing.OnH2;

@OnH2
class WaitlistConcurrencyOnH2Test extends WaitlistConcurrencyTests {}
