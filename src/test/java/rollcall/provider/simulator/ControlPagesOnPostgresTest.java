package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class ControlPagesOnPostgresTest extends ControlPagesTests {}
