package rollcall.testing;

@OnH2
class MigrationsOnH2Test extends MigrationsTests {

    @Override
    String product() {
        return "H2";
    }
}
