package rollcall.account;

import rollcall.testing.OnPostgres;

@OnPostgres
class RightsChangesOnPostgresTest extends RightsChangesTests {}
