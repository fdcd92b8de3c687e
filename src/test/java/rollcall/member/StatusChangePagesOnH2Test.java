package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class StatusChangePagesOnH2Test extends StatusChangePagesTests {}
