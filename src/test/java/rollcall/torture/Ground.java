package rollcall.torture;

import java.io.IOException;

/** A rig with two programs on it, and what was asked of it so far. */
record Ground(Rig rig, Scene scene, Ledger ledger) {

    static Ground on(Rig rig) throws IOException {
        var ledger = new Ledger();
        try (var first = Caller.at(rig, 0, ledger)) {
            first.pages().signIn();
            return new Ground(rig, Scene.prepare(first.pages()), ledger);
        }
    }
}
