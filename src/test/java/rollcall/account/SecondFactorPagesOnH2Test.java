package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class SecondFactorPagesOnH2Test extends SecondFactorPagesTests {}
