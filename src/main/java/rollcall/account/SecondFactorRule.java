package rollcall.account;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whose roles ask for a second factor. As long as they have none they may do nothing but set one. */
@Component
class SecondFactorRule implements AuthorizationManager<Object> {

    /** What Spring Security calls it in somebody's authorities. */
    static final String FACTOR = "FACTOR_TOTP";

    /** A role by which somebody is bound, in whatever program they have it. */
    enum Bound {
        VIEWER,
        APPROVER,
        MANAGER,
        ADMINISTRATOR
    }

    /** @param secondFactor who must have one; nobody when it is not set */
    @ConfigurationProperties("rollcall")
    record Configured(@Nullable Set<Bound> secondFactor) {}

    private final Set<Bound> bound;

    private final AuthorizationManager<Object> factor = AllRequiredFactorsAuthorizationManager.builder()
            .requireFactor(required -> required.authority(FACTOR))
            .build();

    SecondFactorRule(Configured configured) {
        this.bound = configured.secondFactor() == null ? Set.of() : Set.copyOf(configured.secondFactor());
    }

    boolean binds(Rights rights) {
        return (rights.administrator() && bound.contains(Bound.ADMINISTRATOR))
                || rights.roles().anyMatch(role -> bound.contains(Bound.valueOf(role.name())));
    }

    /** Whether this account must set a second factor before anything else. */
    boolean lacks(Account account) {
        return !account.hasSecondFactor() && binds(account.rights());
    }

    @Override
    public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who, Object what) {
        return who.get() instanceof SignedInAccount account
                        && binds(account.account().rights())
                ? factor.authorize(who, what)
                : new AuthorizationDecision(true);
    }
}
