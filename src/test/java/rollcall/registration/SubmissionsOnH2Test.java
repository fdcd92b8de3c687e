package rollcall.registration;

import rollcall.testing.OnH2;

@OnH2
class SubmissionsOnH2Test extends SubmissionsTests {}
