package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class ProviderCallsOnH2Test extends ProviderCallsTests {}
