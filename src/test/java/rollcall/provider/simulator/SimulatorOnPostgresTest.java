package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class SimulatorOnPostgresTest extends SimulatorTests {}
