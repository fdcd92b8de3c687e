package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class BulkAuditOnPostgresTest extends BulkAuditTests {}
