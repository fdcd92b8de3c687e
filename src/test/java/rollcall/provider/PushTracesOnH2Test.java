package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PushTracesOnH2Test extends PushTracesTests {}
