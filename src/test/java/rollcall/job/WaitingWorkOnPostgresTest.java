package rollcall.job;

import rollcall.testing.OnPostgres;

@OnPostgres
class WaitingWorkOnPostgresTest extends WaitingWorkTests {}
