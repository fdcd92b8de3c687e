package rollcall.registration;

import rollcall.testing.OnPostgres;

@OnPostgres
class LastSeatsOnPostgresTest extends LastSeatsTests {}
