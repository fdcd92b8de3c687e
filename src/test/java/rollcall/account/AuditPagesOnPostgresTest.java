package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class AuditPagesOnPostgresTest extends AuditPagesTests {}
