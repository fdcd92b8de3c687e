package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class JobPagesOnH2Test extends JobPagesTests {}
