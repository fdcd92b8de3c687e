package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class CorrectionPagesOnPostgresTest extends CorrectionPagesTests {}
