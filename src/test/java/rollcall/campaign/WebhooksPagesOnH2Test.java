package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class WebhooksPagesOnH2Test extends WebhooksPagesTests {}
