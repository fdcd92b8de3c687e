package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Hands out what pages are made of: ours and that of the webjars. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache();
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final AssetFolder folder;
    private final String[] ours;

    Assets(AssetFolder folder, WebProperties properties) {
        this.folder = folder;
        this.ours = properties.getResources().getStaticLocations();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var cache = folder.isKept() ? KEEP : ASK_AGAIN;
        for (var webjar : Webjar.values()) {
            registry.addResourceHandler(webjar.pattern())
                    .addResourceLocations(webjar.location())
                    .setCacheControl(ASK_AGAIN);
            registry.addResourceHandler(folder.path() + webjar.pattern())
                    .addResourceLocations(webjar.location())
                    .setCacheControl(cache);
            ofAnotherVersion(registry, webjar.pattern(), webjar.location());
        }
        registry.addResourceHandler(folder.path() + "/**")
                .addResourceLocations(ours)
                .setCacheControl(cache);
        ofAnotherVersion(registry, "/**", ours);
    }

    private static void ofAnotherVersion(ResourceHandlerRegistry registry, String pattern, String... locations) {
        registry.addResourceHandler(AssetFolder.ROOT + "/*" + pattern)
                .addResourceLocations(locations)
                .setCacheControl(ASK_AGAIN)
                .resourceChain(false)
                .addResolver(new OfAnotherVersion(pattern.split("/").length - 1));
    }

    /** During an upgrade the page may come from one node and its stylesheet from another: ours will do, but not for long. */
    private static final class OfAnotherVersion extends PathResourceResolver {

        private final int folders;

        /** @param folders how many of an address are no part of the file's path */
        private OfAnotherVersion(int folders) {
            this.folders = folders;
        }

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            var parts = path.split("/", folders + 1);
            return parts.length > folders
                    ? super.resolveResourceInternal(request, parts[folders], locations, chain)
                    : null;
        }
    }
}
