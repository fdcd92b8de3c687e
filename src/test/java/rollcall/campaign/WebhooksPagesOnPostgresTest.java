package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class WebhooksPagesOnPostgresTest extends WebhooksPagesTests {}
