package rollcall.program;

import rollcall.testing.OnPostgres;

@OnPostgres
class ChannelPagesOnPostgresTest extends ChannelPagesTests {}
