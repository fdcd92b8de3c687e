package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class ErasureOnH2Test extends ErasureTests {}
