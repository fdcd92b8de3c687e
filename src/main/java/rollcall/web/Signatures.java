package rollcall.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Signs what is given out in links and comes back, such as which member a link belongs to: whoever has the link has the
 * right, and nobody makes one up. Nothing of it is stored. The keys are those of {@link Seals}, so a link that was signed
 * with an older key goes on working.
 */
@Component
public class Signatures {

    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 16; // 128 bits: nobody guesses that
    private static final Pattern TOKEN =
            Pattern.compile("((?:[0-9a-z]{1,13}\\.)*[0-9a-z]{1,13})\\.([A-Za-z0-9_-]{22})");

    private final Seals seals;

    Signatures(Seals seals) {
        this.seals = seals;
    }

    /** 22 characters of Base64 that fit in an address. */
    public String of(String what) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sign(seals.keys().getFirst(), what));
    }

    /**
     * What stands at the end of a link that is its own right: a few numbers, parted by dots, and their signature.
     *
     * @param kind what the link is for; a token of one kind is of no use for another
     */
    public String token(String kind, long... numbers) {
        var named =
                LongStream.of(numbers).mapToObj(one -> Long.toString(one, 36)).collect(Collectors.joining("."));
        return named + "." + of(kind + " " + named);
    }

    /** The numbers of such a token; empty when it was made up or has another count of them. */
    public List<Long> numbers(String kind, String token, int count) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return List.of();
        }
        var numbers = parts.group(1).split("\\.");
        return numbers.length == count && fits(kind + " " + parts.group(1), parts.group(2))
                ? Stream.of(numbers).map(one -> Long.parseLong(one, 36)).toList()
                : List.of();
    }

    /** Whether that signature was made here for that text. */
    public boolean fits(String what, String signature) {
        try {
            var given = Base64.getUrlDecoder().decode(signature);
            return seals.keys().stream().anyMatch(key -> MessageDigest.isEqual(given, sign(key, what)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** A key of its own, derived from the one that seals: no text signed here is of use there. */
    private static byte[] sign(SecretKey key, String what) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(("rollcall link\0" + what).getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
