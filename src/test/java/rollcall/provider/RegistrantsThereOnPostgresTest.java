package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class RegistrantsThereOnPostgresTest extends RegistrantsThereTests {}
