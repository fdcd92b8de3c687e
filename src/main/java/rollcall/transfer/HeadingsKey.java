package rollcall.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether two files have the same headings, without keeping them. */
final class HeadingsKey {

    /** What the download of refused rows adds at the end, in either language; such a file still has the same headings. */
    private static final Set<String> OURS = Set.of("rollcallline", "rollcallreason", "rollcallrad", "rollcallorsak");

    /** What it adds where some row has more cells than there are columns. */
    static final Set<String> SURPLUS = Set.of("rollcallfurthercells", "rollcallytterligareceller");

    private HeadingsKey() {}

    static boolean isOurs(String heading) {
        var key = Headings.key(heading);
        return OURS.contains(key) || SURPLUS.contains(key);
    }

    static String of(List<String> headings) {
        var text = headings.stream()
                .filter(heading -> !isOurs(heading))
                .map(Headings::key)
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
