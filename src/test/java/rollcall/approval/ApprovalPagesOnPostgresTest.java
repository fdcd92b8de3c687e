package rollcall.approval;

import rollcall.testing.OnPostgres;

@OnPostgres
class ApprovalPagesOnPostgresTest extends ApprovalPagesTests {}
