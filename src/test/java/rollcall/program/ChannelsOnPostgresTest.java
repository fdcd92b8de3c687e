package rollcall.program;

import rollcall.testing.OnPostgres;

@OnPostgres
class ChannelsOnPostgresTest extends ChannelsTests {}
