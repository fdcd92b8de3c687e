package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class ResetAdminOnPostgresTest extends ResetAdminTests {}
