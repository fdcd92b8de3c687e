package rollcall.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rollcall.mail.TemplateUses;

/** Which campaigns send which templates. */
@Component
class TemplatesInUse implements TemplateUses {

    private final CampaignRows campaigns;

    TemplatesInUse(CampaignRows campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Map<Long, List<Use>> in(long programId) {
        var uses = new HashMap<Long, List<Use>>();
        for (var campaign : campaigns.of(programId)) {
            var use = new Use(campaign.name(), "/programs/%d/campaigns/%d".formatted(programId, campaign.id()));
            sent(campaign.definition())
                    .forEach(template -> uses.computeIfAbsent(template, id -> new ArrayList<>())
                            .add(use));
        }
        return uses;
    }

    private static Set<Long> sent(Definition definition) {
        return definition.steps().stream()
                .flatMap(step -> Problems.actions(step).stream())
                .filter(Action.SendMail.class::isInstance)
                .map(action -> ((Action.SendMail) action).templateId())
                .collect(Collectors.toSet());
    }
}
