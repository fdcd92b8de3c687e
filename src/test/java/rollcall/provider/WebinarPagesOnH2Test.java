package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class WebinarPagesOnH2Test extends WebinarPagesTests {}
