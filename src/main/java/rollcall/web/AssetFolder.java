package rollcall.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The address under which stylesheets, scripts and pictures lie. It changes with what they contain, so a browser keeps them
 * and asks for none again until the next version. Where pages are read anew for each request, so are these.
 */
@Component
class AssetFolder {

    static final String ROOT = "/assets";

    private static final String EDITED = "edited";
    private static final int LETTERS = 12;

    private final String version;

    AssetFolder(ResourcePatternResolver files, @Value("${spring.thymeleaf.cache:true}") boolean kept)
            throws IOException {
        this.version = kept ? digest(files.getResources("classpath:/static/**")) : EDITED;
    }

    /** Begins with a slash and ends without one. */
    String path() {
        return ROOT + "/" + version;
    }

    /** Whether what lies here stays as it is for as long as the address does. */
    boolean isKept() {
        return !version.equals(EDITED);
    }

    /** What is in the webjars is told by their versions. */
    private static String digest(Resource... files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var webjar : Webjar.values()) {
                digest.update(webjar.location().getBytes());
            }
            for (var file : Stream.of(files).filter(Resource::isReadable).toList()) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
