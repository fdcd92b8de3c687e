package rollcall.registration;

import rollcall.testing.OnH2;

@OnH2
class PublicPagesOnH2Test extends PublicPagesTests {}
