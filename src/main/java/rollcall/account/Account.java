package rollcall.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * Somebody who may sign in.
 *
 * @param version counts the changes, so that a stale form is noticed
 * @param passwordHash null until the person has chosen a password
 * @param language of the pages, {@code en} or {@code sv}; empty to follow the browser
 * @param zone IANA name; empty for none chosen
 * @param shortcuts whether single keys do something
 * @param disabledAt null for somebody who may sign in
 * @param secondFactorSince null for somebody who signs in with a password alone
 */
public record Account(
        long id,
        int version,
        String email,
        String name,
        @Nullable String passwordHash,
        String language,
        String zone,
        boolean shortcuts,
        @Nullable Instant disabledAt,
        Instant createdAt,
        @Nullable Instant secondFactorSince,
        Rights rights) {

    public Actor actor() {
        return Actor.account(id, name);
    }

    public boolean enabled() {
        return disabledAt == null;
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    public boolean hasSecondFactor() {
        return secondFactorSince != null;
    }

    /** IANA name of the zone in which the account reads times that belong to no program. */
    String zoneOrUtc() {
        return zone.isEmpty() ? "UTC" : zone;
    }

    Account with(Rights rights) {
        return new Account(
                id,
                version,
                email,
                name,
                passwordHash,
                language,
                zone,
                shortcuts,
                disabledAt,
                createdAt,
                secondFactorSince,
                rights);
    }

    /** Without the address, the name and the hash, which have no place in a log. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
