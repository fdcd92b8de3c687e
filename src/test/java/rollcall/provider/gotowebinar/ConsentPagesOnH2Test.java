package rollcall.provider.gotowebinar;

import rollcall.testing.OnH2;

@OnH2
class ConsentPagesOnH2Test extends ConsentPagesTests {}
