package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class SignInThrottleOnPostgresTest extends SignInThrottleTests {}
