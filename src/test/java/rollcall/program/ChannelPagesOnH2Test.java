package rollcall.program;

import rollcall.testing.OnH2;

@OnH2
class ChannelPagesOnH2Test extends ChannelPagesTests {}
