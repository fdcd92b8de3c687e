package rollcall.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes that stand in for the authenticator app on the day when it is gone, each for once. */
@Component
class RecoveryCodes {

    static final int COUNT = 10;

    /** Without letters that look like a digit, in lower case. 120 bits, which need no slow hash. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes new ones in place of those there were. This is the only time that they can be read. */
    List<String> renew(long accountId) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", accountId)
                .update();
        var codes = Stream.generate(RecoveryCodes::next).limit(COUNT).toList();
        codes.forEach(code -> insert(accountId, code));
        return codes;
    }

    private static String next() {
        return String.join(
                "-", IntStream.range(0, GROUPS).mapToObj(group -> letters()).toList());
    }

    private static String letters() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    private void insert(long accountId, String code) {
        jdbc.sql("insert into recovery_code (account_id, digest) values (:account, :digest)")
                .param("account", accountId)
                .param("digest", digest(code))
                .update();
    }

    /** Whether the code was one of the account's; it is none from now on. */
    boolean use(long accountId, String typed) {
        return jdbc.sql("delete from recovery_code where account_id = :account and digest = :digest")
                        .param("account", accountId)
                        .param("digest", digest(typed))
                        .update()
                == 1;
    }

    int left(long accountId) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    /** However it was typed: the hyphens are for the eye. */
    private static String digest(String code) {
        return Secrets.digest(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
