package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class MergeOnPostgresTest extends MergeTests {}
