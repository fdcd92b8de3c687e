package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class RegistrantsThereOnH2Test extends RegistrantsThereTests {}
