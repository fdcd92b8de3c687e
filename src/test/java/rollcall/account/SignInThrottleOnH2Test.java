package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class SignInThrottleOnH2Test extends SignInThrottleTests {}
