package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class WebhooksOnH2Test extends WebhooksTests {}
