package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class AdditionPagesOnH2Test extends AdditionPagesTests {}
