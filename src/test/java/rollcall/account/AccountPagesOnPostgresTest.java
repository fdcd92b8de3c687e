package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class AccountPagesOnPostgresTest extends AccountPagesTests {}
