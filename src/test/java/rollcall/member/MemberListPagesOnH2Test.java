package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class MemberListPagesOnH2Test extends MemberListPagesTests {}
