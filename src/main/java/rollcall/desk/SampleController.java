package rollcall.desk;

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

    SampleController(SampleProgram sample) {
        this.sample = sample;
    }

    @PostMapping("/admin/sample")
    View add(RedirectAttributes next) {
        var program = sample.add();
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
