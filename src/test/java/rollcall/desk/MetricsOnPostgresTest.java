package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class MetricsOnPostgresTest extends MetricsTests {}
