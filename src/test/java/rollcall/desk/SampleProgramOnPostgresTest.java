package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class SampleProgramOnPostgresTest extends SampleProgramTests {}
