package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class UnmatchedPeopleOnH2Test extends UnmatchedPeopleTests {}
