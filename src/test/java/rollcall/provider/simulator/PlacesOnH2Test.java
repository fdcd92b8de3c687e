package rollcall.provider.simulator;

import rollcall.testing.OnH2;

@OnH2
class PlacesOnH2Test extends PlacesTests {}
