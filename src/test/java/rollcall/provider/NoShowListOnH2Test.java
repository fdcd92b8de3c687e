package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class NoShowListOnH2Test extends NoShowListTests {}
