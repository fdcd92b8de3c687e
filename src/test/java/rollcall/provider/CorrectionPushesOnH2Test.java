package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class CorrectionPushesOnH2Test extends CorrectionPushesTests {}
