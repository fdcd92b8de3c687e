package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class UsersPagesOnH2Test extends UsersPagesTests {}
