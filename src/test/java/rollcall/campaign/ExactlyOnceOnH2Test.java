package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class ExactlyOnceOnH2Test extends ExactlyOnceTests {}
