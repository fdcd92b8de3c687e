package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class CapacityPagesOnPostgresTest extends CapacityPagesTests {}
