package rollcall.campaign;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.web.Seals;

/** The door to webhooks. Whoever adds one is an administrator: the caller has made sure. */
@Service
class Webhooks {

    private static final int KEY_BYTES = 32;

    private final WebhookRows rows;
    private final Seals seals;
    private final CampaignAudit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(WebhookRows rows, Seals seals, CampaignAudit audit, Clock clock) {
        this.rows = rows;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    List<Webhook> all() {
        return rows.all();
    }

    Optional<Webhook> find(long id) {
        return rows.find(id);
    }

    /**
     * Adds one.
     *
     * @return the key with which calls are signed: nobody can read it here again
     * @throws org.springframework.dao.DuplicateKeyException when there is one of that name
     */
    @Transactional
    public String add(String name, String address, Actor by) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.insert(
                name, address, seals.seal(key, Webhook.PLACE), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.note(by, "WEBHOOK_ADDED", Map.of("webhook", name));
        return key;
    }

    /** It is not called any more. Whether it was before. */
    @Transactional
    public boolean archive(long id, Actor by) {
        var archived = rows.archive(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (archived) {
            audit.note(
                    by,
                    "WEBHOOK_ARCHIVED",
                    Map.of("webhook", rows.find(id).orElseThrow().name()));
        }
        return archived;
    }
}
