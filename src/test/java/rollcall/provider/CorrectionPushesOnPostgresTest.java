package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class CorrectionPushesOnPostgresTest extends CorrectionPushesTests {}
