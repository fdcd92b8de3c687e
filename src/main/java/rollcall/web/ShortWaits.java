package rollcall.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link ShortWait} around the database where that is a server of its own. */
@Configuration(proxyBeanMethods = false)
@Profile("postgresql")
class ShortWaits {

    @Bean
    static BeanPostProcessor waitingShortly() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new ShortWait(source) : bean;
            }
        };
    }

    /** Sees the silence before the session, which is in the same database, is to be stored. */
    @Component
    @Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
    static class BeforeTheSessionIsStored extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | IOException | RuntimeException failure) {
                if (DatabaseAway.causes(failure)) {
                    ShortWait.giveUp();
                }
                throw failure;
            }
        }
    }
}
