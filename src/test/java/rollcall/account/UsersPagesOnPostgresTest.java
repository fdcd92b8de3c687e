package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class UsersPagesOnPostgresTest extends UsersPagesTests {}
