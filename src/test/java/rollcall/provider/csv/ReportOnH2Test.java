package rollcall.provider.csv;

import rollcall.testing.OnH2;

@OnH2
class ReportOnH2Test extends ReportTests {}
