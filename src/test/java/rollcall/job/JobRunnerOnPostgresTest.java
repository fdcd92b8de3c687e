package rollcall.job;

import rollcall.testing.OnPostgres;

@OnPostgres
class JobRunnerOnPostgresTest extends JobRunnerTests {}
