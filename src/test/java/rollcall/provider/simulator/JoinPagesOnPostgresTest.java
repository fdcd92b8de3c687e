package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class JoinPagesOnPostgresTest extends JoinPagesTests {}
