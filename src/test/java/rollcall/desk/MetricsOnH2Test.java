package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class MetricsOnH2Test extends MetricsTests {}
