package rollcall.transfer;

import rollcall.testing.OnH2;

@OnH2
class ImportsOnH2Test extends ImportsTests {}
