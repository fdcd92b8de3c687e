package rollcall.account;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import rollcall.web.PublicUrl;

/** What every answer tells the browser, errors and refusals included. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    /**
     * Only a page of ours can be shown in a frame, and only one that allows it by a policy of its own: what a mail says,
     * which has styles of its own and no scripts.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src"
        + " 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'; object-src 'none'";

    static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** Before the filters that may answer by themselves. */
    static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headersOfEveryAnswer(PublicUrl publicUrl) {
        var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(writers(publicUrl)));
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        filter.setOrder(FIRST);
        return filter;
    }

    private static List<HeaderWriter> writers(PublicUrl publicUrl) {
        var writers = new ArrayList<>(List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new XContentTypeOptionsHeaderWriter(),
                // Leaves alone what sets an age of its own, as stylesheets and scripts do.
                new CacheControlHeadersWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY),
                openerPolicy()));
        if (publicUrl.https()) {
            writers.add(new HstsHeaderWriter(AnyRequestMatcher.INSTANCE, YEAR.toSeconds(), true));
        }
        return writers;
    }

    private static HeaderWriter openerPolicy() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }
}
