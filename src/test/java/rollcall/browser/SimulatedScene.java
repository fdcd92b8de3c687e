package rollcall.browser;

import java.util.Map;
import org.springframework.stereotype.Component;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.provider.EventRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Webinars;

/** Programs whose webinars are simulated, with registrants who are in and who wait. */
@Component
class SimulatedScene {

    private final Backstage backstage;
    private final Webinars webinars;

    SimulatedScene(Backstage backstage, Webinars webinars) {
        this.backstage = backstage;
        this.webinars = webinars;
    }

    /** A simulated webinar of that program, without anybody. */
    String empty(Program program) {
        return webinars.choose(program, "simulator").event().externalId();
    }

    String withRegistrants(Program program) {
        var webinar = empty(program);
        register(program, backstage.unique("ada"));
        register(program, "a".repeat(40) + "+pending");
        register(program, backstage.unique(Scene.WORD.substring(0, 30)));
        return webinar;
    }

    /** What the join link of somebody who is in ends with. */
    String token(Program program) {
        var accepted = (Accepted) register(program, backstage.unique("ada"));
        return accepted.link().uri().getPath().replaceAll("^.*/", "");
    }

    private RegistrationOutcome register(Program program, String local) {
        var event = new EventRef("simulator", empty(program));
        var email = local.replace(' ', '.') + "@" + "b".repeat(60) + ".example.org";
        var person = new PersonDetails(email, Scene.WORD, Scene.WORD, "", "", "", "", "", "");
        var provider = webinars.providerOf(webinars.of(program.key()).orElseThrow());
        return provider.register(event, new RegistrationRequest(1, person, Map.of()));
    }
}
