package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class ProgramsPagesOnPostgresTest extends ProgramsPagesTests {}
