package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PushesOnH2Test extends PushesTests {}
