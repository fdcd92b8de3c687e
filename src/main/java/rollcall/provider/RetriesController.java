package rollcall.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import rollcall.member.Confirmed;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Registrations that the provider refused, one by one, and sending them again. */
@Controller
@RequestMapping("/programs/{programId}")
class RetriesController {

    private static final int LONGEST_ID = 60;
    private static final int PAGE = 50;

    private final ErrorDesk errors;
    private final Preflight preflight;
    private final Programs programs;
    private final Access access;
    private final ToldEvents toldEvents;

    RetriesController(ErrorDesk errors, Preflight preflight, Programs programs, Access access, ToldEvents toldEvents) {
        this.errors = errors;
        this.preflight = preflight;
        this.programs = programs;
        this.access = access;
        this.toldEvents = toldEvents;
    }

    /**
     * @param cause only those that failed for it; empty for whatever cause
     * @param after the last member on the page before
     */
    @GetMapping("/errors")
    String list(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var failed = errors.members(programId, cause, after, PAGE + 1);
        var shown = failed.subList(0, Math.min(PAGE, failed.size()));
        var here = new AddressOfErrors(programId, cause);
        model.addAttribute("program", program);
        var manages = access.may(who, programId, Act.MANAGE);
        var clusters = errors.clusters(programId);
        model.addAttribute("manages", manages);
        model.addAttribute("clusters", clusters);
        model.addAttribute("fits", manages && full(clusters) ? toldEvents.capacityToTakeOver(program) : null);
        model.addAttribute("cause", cause);
        model.addAttribute("preflight", preflight.of(program));
        model.addAttribute("failed", shown);
        model.addAttribute("first", after == 0 ? null : here.first());
        model.addAttribute(
                "next", failed.size() > PAGE ? here.behind(shown.getLast().memberId()) : null);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        return "provider/errors";
    }

    private static boolean full(List<ErrorDesk.Cluster> clusters) {
        return clusters.stream().anyMatch(one -> one.cause().equals(Refusal.CAPACITY_FULL.name()));
    }

    /** Where the list stands, and where it goes on. */
    private record AddressOfErrors(long programId, String cause) {

        String first() {
            return UriComponentsBuilder.fromPath("/programs/{id}/errors")
                    .queryParamIfPresent("cause", Optional.of(cause).filter(one -> !one.isEmpty()))
                    .encode()
                    .buildAndExpand(programId)
                    .toUriString();
        }

        String behind(long member) {
            return first() + (cause.isEmpty() ? "?" : "&") + "after=" + member;
        }
    }

    /** @param memberId the one who is sent again; null for everybody with that cause */
    @PostMapping("/retries")
    View retry(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(required = false) @Nullable Long memberId,
            @RequestParam(defaultValue = "") String requestId,
            RedirectAttributes next) {
        var id = requestId.isBlank() || requestId.length() > LONGEST_ID
                ? UUID.randomUUID().toString()
                : requestId;
        var confirmed = memberId == null
                ? errors.retry(who, programId, cause, id)
                : errors.retryOne(who, programId, memberId, id);
        return switch (confirmed) {
            case Confirmed.Running(var job) -> Back.to("/jobs/" + job);
            case Confirmed.Done(var changeSet) -> {
                Flash.success(next, "provider.retried", changeSet.changed());
                yield Back.to("/programs/" + programId + (memberId == null ? "" : "/errors"));
            }
        };
    }
}
