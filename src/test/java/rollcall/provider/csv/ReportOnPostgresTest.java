package rollcall.provider.csv;

import rollcall.testing.OnPostgres;

@OnPostgres
class ReportOnPostgresTest extends ReportTests {}
