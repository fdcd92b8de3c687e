package rollcall.account;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A QR code as an image that stands in the page itself, so that what it says is stored and asked for nowhere else. */
final class QrCode {

    private static final int QUIET_ZONE = 4; // modules, which the standard asks for

    private QrCode() {}

    /** The address ({@code data:}) of an SVG image, dark on light whatever the page's colours are. */
    static String image(String text) {
        var svg = svg(matrix(text)).getBytes(StandardCharsets.US_ASCII);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    private static BitMatrix matrix(String text) {
        try {
            // Of no size: one module is one unit.
            return new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("That is too long for a QR code.", tooLong);
        }
    }

    private static String svg(BitMatrix matrix) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
            """.formatted(matrix.getWidth(), path(matrix));
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
