package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class RefreshesOnH2Test extends RefreshesTests {}
