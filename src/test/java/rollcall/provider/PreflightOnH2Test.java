package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class PreflightOnH2Test extends PreflightTests {}
