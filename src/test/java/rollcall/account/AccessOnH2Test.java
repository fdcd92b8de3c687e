package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class AccessOnH2Test extends AccessTests {}
