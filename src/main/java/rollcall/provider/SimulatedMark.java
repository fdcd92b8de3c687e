package rollcall.provider;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.program.Marks;
import rollcall.program.Program;

/** Says on each page of a program that its webinar is only played on this machine. */
@Component
class SimulatedMark implements Marks {

    private final Webinars webinars;

    SimulatedMark(Webinars webinars) {
        this.webinars = webinars;
    }

    @Override
    public List<Mark> of(Program program) {
        return webinars.simulated(program.key())
                ? List.of(new Mark("provider.simulated", "provider.simulated.why"))
                : List.of();
    }
}
