package rollcall.web;

import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tabler and htmx at addresses without a version, so that pages and stylesheets need not know which one it is. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/webjars/tabler/**", "tabler__core");
        serve(registry, "/webjars/htmx/**", "htmx.org");
    }

    private static void serve(ResourceHandlerRegistry registry, String pattern, String webjar) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/" + webjar + "/" + version(webjar) + "/dist/")
                .setCacheControl(CacheControl.noCache());
    }

    private static String version(String webjar) {
        try {
            var properties = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties"));
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new IllegalStateException("The webjar " + webjar + " is not there.", missing);
        }
    }
}
