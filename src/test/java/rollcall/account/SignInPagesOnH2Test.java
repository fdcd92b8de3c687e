package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class SignInPagesOnH2Test extends SignInPagesTests {}
