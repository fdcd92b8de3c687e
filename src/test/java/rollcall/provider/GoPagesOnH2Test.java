package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class GoPagesOnH2Test extends GoPagesTests {}
