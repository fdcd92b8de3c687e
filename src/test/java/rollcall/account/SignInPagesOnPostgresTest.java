package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class SignInPagesOnPostgresTest extends SignInPagesTests {}
