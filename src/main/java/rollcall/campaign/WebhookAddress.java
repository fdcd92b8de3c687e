package rollcall.campaign;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Says which addresses may be called: only what is reached by https from outside. An address inside would let whoever
 * enters it speak with machines that trust this one.
 */
final class WebhookAddress {

    private WebhookAddress() {}

    /** The address as it was typed; nothing when it is none that may be called, as far as that is known without asking. */
    static Optional<URI> parse(String typed, boolean allowPrivate) {
        try {
            var uri = URI.create(typed.strip());
            var scheme = "https".equals(uri.getScheme()) || (allowPrivate && "http".equals(uri.getScheme()));
            return scheme && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether that host is one inside, as far as it can be told without asking: a number, or a name that means this place. */
    static boolean namesInside(String host) {
        var bare = host.replaceAll("^\\[|]$", "");
        var number = bare.contains(":") || bare.matches("[0-9.]+");
        try {
            return bare.equals("localhost")
                    || bare.endsWith(".localhost")
                    || (number && inside(InetAddress.getByName(bare)));
        } catch (UnknownHostException noNumber) {
            return true;
        }
    }

    static boolean inside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? insideBySix(address.getAddress())
                        : insideByFour(address.getAddress()));
    }

    /** This network, 100.64.0.0/10 that carriers share, 192.0.0.0/24, benchmarks, and everything that is kept for later. */
    private static boolean insideByFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** Unique local addresses (fc00::/7), and IPv4 in another dress (64:ff9b::/96, 2002::/16). */
    private static boolean insideBySix(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return (first & 0xfe00) == 0xfc00 || first == 0x2002 || (first == 0x0064 && (bytes[2] & 0xff) == 0xff);
    }
}
