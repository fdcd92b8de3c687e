package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PushConcurrencyOnH2Test extends PushConcurrencyTests {}
