package rollcall.account;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

/** What needs a sign-in, and what an administrator. Who may do what in a program is asked of Access, behind this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInLimits.class, SecondFactorRule.Configured.class})
class SecurityRules {

    /** What everybody may have: the way in, what a page is made of, and whether the house stands. */
    private static final String[] PUBLIC = {
        "/login",
        "/login/code",
        "/setup/**",
        "/theme",
        "/language",
        "/help",
        "/assets/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/favicon.ico",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };

    /** Pages whose address is the right to see them: they know no session, set no cookie and need no token. */
    private static final String[] OPEN = {
        "/simulated/**", "/go/**", "/u/**", "/calendar/**", "/r/**", "/s/**", "/o/**", "/hooks/**"
    };

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher(OPEN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What remains for whoever must set a second factor before anything else. */
    private static final String[] BEFORE_SECOND_FACTOR = {
        "/logout", SecondFactorController.ADDRESS, EnrolmentController.ADDRESS
    };

    /** Adds to each rule but the first two that a second factor is there when the roles ask for one. */
    @Bean
    AuthorizationManagerFactory<Object> rulesWithSecondFactor(SecondFactorRule rule) {
        var factory = new DefaultAuthorizationManagerFactory<>();
        factory.setAdditionalAuthorization(rule);
        return factory;
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, SessionAccounts sessions, SignInPoint signIn, Refusals refusals) {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(BEFORE_SECOND_FACTOR)
                        .access(AuthenticatedAuthorizationManager.authenticated())
                        .requestMatchers("/admin/**")
                        .hasAuthority(SignedInAccount.ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(signIn).accessDeniedHandler(refusals))
                .addFilterBefore(new OtherSites(refusals), CsrfFilter.class)
                // Signing in and out are ordinary pages of this room; headers are written for every answer, also for
                // those that do not come this far (SecurityHeaders); the way back is a parameter of the sign-in page.
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Keeps Spring Boot from making an account with a password of its own. */
    @Bean
    AuthenticationManager nobodyElse() {
        return attempt -> {
            throw new AuthenticationServiceException("Accounts are opened by their sign-in page only.");
        };
    }
}
