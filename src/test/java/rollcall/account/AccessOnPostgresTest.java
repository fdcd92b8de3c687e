package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class AccessOnPostgresTest extends AccessTests {}
