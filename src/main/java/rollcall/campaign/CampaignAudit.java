package rollcall.campaign;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** Tells the audit what somebody did with a campaign. */
@Component
class CampaignAudit {

    private final ApplicationEventPublisher events;

    CampaignAudit(ApplicationEventPublisher events) {
        this.events = events;
    }

    void note(Actor by, String kind, Campaign campaign) {
        note(by, kind, Map.of("program", campaign.programId(), "campaign", campaign.name()));
    }

    void note(Actor by, String kind, Campaign campaign, int members) {
        var details = new TreeMap<String, Object>(Map.of("program", campaign.programId(), "campaign", campaign.name()));
        details.put("members", members);
        note(by, kind, details);
    }

    void note(Actor by, String kind, Map<String, Object> details) {
        events.publishEvent(new AuditApplicationEvent(by.key(), kind, details));
    }
}
