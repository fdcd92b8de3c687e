package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class SecondFactorsOnH2Test extends SecondFactorsTests {}
