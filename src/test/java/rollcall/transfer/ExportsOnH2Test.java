package rollcall.transfer;

import rollcall.testing.OnH2;

@OnH2
class ExportsOnH2Test extends ExportsTests {}
