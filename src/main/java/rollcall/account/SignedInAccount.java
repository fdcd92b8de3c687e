package rollcall.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import rollcall.program.Actor;

/** Who this request comes from, as the database knew the account when the request began. */
final class SignedInAccount extends AbstractAuthenticationToken {

    static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";

    private final transient Account account;

    SignedInAccount(Account account) {
        super(authorities(account));
        this.account = account;
        setAuthenticated(true);
    }

    /** Whose account has a second factor has given it: see {@link SessionAccounts}. */
    private static List<GrantedAuthority> authorities(Account account) {
        var authorities = new ArrayList<GrantedAuthority>();
        if (account.rights().administrator()) {
            authorities.add(new SimpleGrantedAuthority(ADMINISTRATOR));
        }
        if (account.hasSecondFactor()) {
            authorities.add(FactorGrantedAuthority.fromAuthority(SecondFactorRule.FACTOR));
        }
        return authorities;
    }

    /** Whoever this request comes from; empty for somebody who has not signed in. */
    static Optional<SignedInAccount> now() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAccount who
                ? Optional.of(who)
                : Optional.empty();
    }

    Account account() {
        return account;
    }

    @Override
    public Actor getPrincipal() {
        return account.actor();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    /** The actor's key, which may stand in logs. */
    @Override
    public String getName() {
        return account.actor().key();
    }
}
