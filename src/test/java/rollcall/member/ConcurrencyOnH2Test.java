package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class ConcurrencyOnH2Test extends ConcurrencyTests {}
