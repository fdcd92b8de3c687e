package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class MembersOnH2Test extends MembersTests {}
