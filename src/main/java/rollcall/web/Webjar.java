package rollcall.web;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Tabler and htmx at addresses without a version, so that pages and stylesheets need not know which one it is. */
enum Webjar {
    TABLER("tabler", "tabler__core"),
    HTMX("htmx", "htmx.org");

    private final String folder;
    private final String location;

    Webjar(String folder, String artifact) {
        this.folder = folder;
        this.location = "classpath:/META-INF/resources/webjars/" + artifact + "/" + version(artifact) + "/dist/";
    }

    /** Its files, below the folder of all assets. */
    String pattern() {
        return "/webjars/" + folder + "/**";
    }

    /** Where its files are, with the version. */
    String location() {
        return location;
    }

    private static String version(String artifact) {
        try {
            return PropertiesLoaderUtils.loadProperties(
                            new ClassPathResource("META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties"))
                    .getProperty("version");
        } catch (IOException missing) {
            throw new IllegalStateException("The webjar " + artifact + " is not there.", missing);
        }
    }
}
