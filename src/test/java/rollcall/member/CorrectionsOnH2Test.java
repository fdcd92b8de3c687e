package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class CorrectionsOnH2Test extends CorrectionsTests {}
