package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PushBatchesOnH2Test extends PushBatchesTests {}
