package rollcall.registration;

import rollcall.testing.OnH2;

@OnH2
class StatusPagesOnH2Test extends StatusPagesTests {}
