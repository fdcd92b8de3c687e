package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class SubscriptionsOnPostgresTest extends SubscriptionsTests {}
