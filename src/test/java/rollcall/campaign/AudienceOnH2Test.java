package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class AudienceOnH2Test extends AudienceTests {}
