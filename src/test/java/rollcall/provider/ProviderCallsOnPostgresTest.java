package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class ProviderCallsOnPostgresTest extends ProviderCallsTests {}
