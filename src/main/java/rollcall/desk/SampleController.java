package rollcall.desk;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** The sample program in with one click, for administrators, and out with one click, for those who manage it. */
@Controller
class SampleController {

    private final SampleProgram sample;
    private final ApplicationEventPublisher events;

    SampleController(SampleProgram sample, ApplicationEventPublisher events) {
        this.sample = sample;
        this.events = events;
    }

    @PostMapping("/admin/sample")
    View add(Actor who, RedirectAttributes next) {
        var program = sample.add();
        events.publishEvent(new AuditApplicationEvent(who.key(), "SAMPLE_ADDED", Map.of("program", program.key())));
        Flash.success(next, "desk.sample.added");
        return Back.to("/programs/" + program.key());
    }

    @PostMapping("/programs/sample/removal")
    View remove(Actor who, RedirectAttributes next) {
        sample.remove(who);
        Flash.success(next, "desk.sample.removed");
        return Back.to("/programs");
    }
}
