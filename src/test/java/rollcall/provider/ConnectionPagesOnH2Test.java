package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class ConnectionPagesOnH2Test extends ConnectionPagesTests {}
