package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class SearchesOnH2Test extends SearchesTests {}
