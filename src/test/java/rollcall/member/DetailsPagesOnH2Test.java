package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class DetailsPagesOnH2Test extends DetailsPagesTests {}
