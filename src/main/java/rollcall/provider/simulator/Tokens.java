package rollcall.provider.simulator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The random parts of what the simulator gives out. */
final class Tokens {

    private static final int TOKEN_BYTES = 24; // 192 bits
    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** What a join link ends with: nobody finds it by trying. */
    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    static String registrantId() {
        return "SIM-" + HexFormat.of().withUpperCase().formatHex(random(ID_BYTES));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
