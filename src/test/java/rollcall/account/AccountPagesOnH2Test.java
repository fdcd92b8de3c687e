package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class AccountPagesOnH2Test extends AccountPagesTests {}
