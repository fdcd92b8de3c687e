package rollcall.account;

import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.servlet.FlashMap;
import rollcall.web.PublicUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How sessions are kept: in the database, under long ids, as JSON and never as serialised Java. */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStorage.class);

    private static final String COOKIE = "ROLLCALL";

    /** Two requests at once may both be the first to store an attribute. */
    private static final String STORE_ATTRIBUTE = """
        merge into %TABLE_NAME%_ATTRIBUTES a
        using (select cast(? as char(36)) as session_primary_id, cast(? as varchar(200)) as attribute_name,
                cast(? as bytea) as attribute_bytes) n
        on a.session_primary_id = n.session_primary_id and a.attribute_name = n.attribute_name
        when matched then update set attribute_bytes = n.attribute_bytes
        when not matched then insert (session_primary_id, attribute_name, attribute_bytes)
            values (n.session_primary_id, n.attribute_name, n.attribute_bytes)\
        """;

    @Bean
    ConversionService springSessionConversionService() {
        // Security's part of this knows the token against forged forms; the rest is what a redirect hands to the next
        // page. Anything else is refused, in both directions.
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType(CopyOnWriteArrayList.class)
                .allowIfSubType(FlashMap.class)
                .allowIfSubType(ArrayList.class)
                .allowIfSubType(Object[].class)
                .allowIfSubType(Number.class)
                .allowIfSubType("rollcall.web.");
        var json = JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(getClass().getClassLoader(), allowed))
                .build();
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, json::writeValueAsBytes);
        conversion.addConverter(byte[].class, Object.class, new Reader(json));
        return conversion;
    }

    @Bean
    SessionIdGenerator sessionIdGenerator() {
        return Secrets::next;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> storingAttributesTwice() {
        return sessions -> sessions.setCreateSessionAttributeQuery(STORE_ATTRIBUTE);
    }

    /** The prefix makes browsers refuse the cookie from a sibling domain and over plain http. */
    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(PublicUrl publicUrl) {
        return cookie -> {
            cookie.setCookieName(COOKIE);
            cookie.setCookiePath("/");
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
            if (publicUrl.https()) {
                cookie.setCookieName("__Host-" + COOKIE);
                cookie.setUseSecureCookie(true);
            }
        };
    }

    /** What cannot be read is not there: a session then asks to sign in again, instead of failing each request. */
    private record Reader(JsonMapper json) implements Converter<byte[], Object> {

        @Override
        @SuppressWarnings("NullAway") // does not read that Spring's converters may answer null
        public @Nullable Object convert(byte[] bytes) {
            try {
                return json.readValue(bytes, Object.class);
            } catch (JacksonException unreadable) {
                LOG.warn(
                        "Part of a session cannot be read: {}",
                        unreadable.getClass().getSimpleName());
                return null;
            }
        }
    }
}
