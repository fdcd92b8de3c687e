package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class WaitlistPropertyOnH2Test extends WaitlistPropertyTests {}
