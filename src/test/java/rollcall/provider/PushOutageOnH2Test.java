package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PushOutageOnH2Test extends PushOutageTests {}
