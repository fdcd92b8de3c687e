package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class ColumnsPagesOnPostgresTest extends ColumnsPagesTests {}
