package rollcall.testing;

@OnPostgres
class MigrationsOnPostgresTest extends MigrationsTests {

    @Override
    String product() {
        return "PostgreSQL";
    }
}
