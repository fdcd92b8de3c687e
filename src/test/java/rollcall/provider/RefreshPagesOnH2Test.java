package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class RefreshPagesOnH2Test extends RefreshPagesTests {}
