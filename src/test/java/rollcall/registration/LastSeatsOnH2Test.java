package rollcall.registration;

import rollcall.testing.OnH2;

@OnH2
class LastSeatsOnH2Test extends LastSeatsTests {}
