package rollcall.provider.simulator;

import rollcall.testing.OnPostgres;

@OnPostgres
class PlacesOnPostgresTest extends PlacesTests {}
