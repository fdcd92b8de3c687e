package rollcall.transfer;

import rollcall.testing.OnPostgres;

@OnPostgres
class MemberExportOnPostgresTest extends MemberExportTests {}
