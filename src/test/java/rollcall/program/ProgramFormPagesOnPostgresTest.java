package rollcall.program;

import rollcall.testing.OnPostgres;

@OnPostgres
class ProgramFormPagesOnPostgresTest extends ProgramFormPagesTests {}
