package rollcall.program;

import rollcall.testing.OnPostgres;

@OnPostgres
class ProgramSearchKeysOnPostgresTest extends ProgramSearchKeysTests {}
