package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class AudienceOnPostgresTest extends AudienceTests {}
