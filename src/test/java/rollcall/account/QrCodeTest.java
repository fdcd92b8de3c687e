package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int MODULE = 8; // pixels

    @Test
    void isReadAsWhatItSays() throws Exception {
        var text = TotpKey.next().address("a.person.with.a.long.name@a-long-name-of-a-company.example.org");

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(drawn(QrCode.image(text)))))
                        .getText())
                .isEqualTo(text);
    }

    /** What a browser makes of the image, as far as it is squares. */
    private static LuminanceSource drawn(String address) {
        var svg = new String(
                Base64.getDecoder().decode(address.replace("data:image/svg+xml;base64,", "")),
                StandardCharsets.US_ASCII);
        var size = number(svg, "viewBox=\"0 0 (\\d+) ");
        var width = size * MODULE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(square ->
                        fill(pixels, width, Integer.parseInt(square.group(1)), Integer.parseInt(square.group(2))));
        return new RGBLuminanceSource(width, width, pixels);
    }

    private static int number(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(int[] pixels, int width, int x, int y) {
        for (int row = y * MODULE; row < (y + 1) * MODULE; row++) {
            Arrays.fill(pixels, row * width + x * MODULE, row * width + (x + 1) * MODULE, 0);
        }
    }
}
