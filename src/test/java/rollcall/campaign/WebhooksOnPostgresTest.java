package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class WebhooksOnPostgresTest extends WebhooksTests {}
