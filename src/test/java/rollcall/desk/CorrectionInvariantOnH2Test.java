package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class CorrectionInvariantOnH2Test extends CorrectionInvariantTests {}
