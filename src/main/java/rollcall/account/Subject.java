package rollcall.account;

import org.jspecify.annotations.Nullable;
import rollcall.web.Text;

/** What tries to sign in are counted for, as digests: what people typed and where they are is kept nowhere. */
final class Subject {

    private static final int NETWORK_GROUPS = 4;

    private Subject() {}

    static String account(String email) {
        return "account:" + Secrets.digest(Text.folded(email));
    }

    static String device(long accountId, String device) {
        return "device:" + Secrets.digest(accountId + " " + device);
    }

    /** Somebody who is signed in and says the password again. */
    static String signedIn(long accountId) {
        return "signed-in:" + accountId;
    }

    /** Somebody whose password was right, and who gives the code of the second factor. */
    static String code(long accountId, @Nullable String device) {
        return "code:" + Secrets.digest(accountId + " " + (device == null ? "" : device));
    }

    static String address(String address) {
        return "address:" + Secrets.digest(network(address));
    }

    /** A household or a server has a whole /64 of IPv6 addresses to try from, so these count as one. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var groups = address.split(":", -1);
        var network = new StringBuilder();
        for (int i = 0; i < NETWORK_GROUPS && i < groups.length; i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
