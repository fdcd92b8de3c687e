package rollcall.account;

import java.util.regex.Pattern;
import rollcall.web.Text;

/** What can be an e-mail address that somebody signs in with. */
final class EmailShape {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\]+\\.[^\\s@<>\"(),:;\\[\\]\\\\.]+");

    private EmailShape() {}

    static boolean fits(String email) {
        return email.length() <= LONGEST
                && !Text.unwanted(email)
                && SHAPE.matcher(email).matches();
    }
}
