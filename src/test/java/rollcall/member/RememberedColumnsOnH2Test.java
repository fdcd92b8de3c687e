package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class RememberedColumnsOnH2Test extends RememberedColumnsTests {}
