package rollcall.approval;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.NotAllowed;
import rollcall.program.StatusCode;
import rollcall.web.Back;
import rollcall.web.Crumb;
import rollcall.web.Flash;

/** Decides on many: the first request shows what it would come to, the second one, with {@code confirm=true}, makes it. */
@Controller
class ManyController {

    private final ManyDecisions decisions;
    private final Inbox inbox;
    private final ApprovalSettings settings;
    private final MessageSource messages;

    ManyController(ManyDecisions decisions, Inbox inbox, ApprovalSettings settings, MessageSource messages) {
        this.decisions = decisions;
        this.inbox = inbox;
        this.settings = settings;
        this.messages = messages;
    }

    @PostMapping("/approvals/decisions")
    Object decide(
            Actor who,
            @Valid @ModelAttribute("form") ManyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        if (Inbox.nowhere(inbox.reachOf(who))) {
            throw new NotAllowed();
        }
        var problem =
                errors.hasErrors() ? errors.getAllErrors().getFirst().getDefaultMessage() : textOf(form.problem());
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, who, form, meant(who, form), problem);
        }
        if (!form.confirm()) {
            return page(model, who, form, meant(who, form), null);
        }
        var result = decisions.confirm(
                who, Objects.requireNonNull(form.decision()), form.memberId(), form.words(), form.requestId());
        say(next, result);
        return Back.to(form.filter().address());
    }

    private List<Long> meant(Actor who, ManyForm form) {
        return form.all()
                ? inbox.page(inbox.reachOf(who), form.filter(), null, StatusChanges.MOST).stream()
                        .map(Waiter::memberId)
                        .toList()
                : form.memberId();
    }

    /** @param ids those who are meant from now on, whoever comes or goes */
    private String page(Model model, Actor who, ManyForm form, List<Long> ids, @Nullable String problem) {
        model.addAttribute("form", form);
        model.addAttribute("filter", form.filter());
        model.addAttribute("ids", ids);
        model.addAttribute("most", form.all() && ids.size() == StatusChanges.MOST);
        model.addAttribute(
                "problem",
                problem == null ? null : new Flash("problem", "approval.bulk.problem", new Object[] {problem}));
        model.addAttribute("reasons", form.in() == null ? settings.usual() : settings.reasonsOf(form.in()));
        model.addAttribute(
                "result",
                problem == null ? decisions.preview(who, Objects.requireNonNull(form.decision()), ids) : null);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(text("approval.inbox"), form.filter().address())));
        return "approval/bulk";
    }

    /** How many got what, and for those who got nothing why, with the first of their names. */
    private void say(RedirectAttributes next, Result result) {
        var given = result.given();
        Flash.success(
                next,
                "approval.bulk.done",
                result.givenInAll(),
                given.getOrDefault(StatusCode.REGISTERED, 0L),
                given.getOrDefault(StatusCode.WAITLISTED, 0L),
                given.getOrDefault(StatusCode.REJECTED, 0L),
                left(result));
    }

    private String left(Result result) {
        return result.refused().entrySet().stream()
                .map(one -> " " + one.getValue() + " " + why(one.getKey(), one.getValue())
                        + named(result.names().getOrDefault(one.getKey(), List.of())) + ".")
                .collect(Collectors.joining());
    }

    private String why(Reason reason, long members) {
        var locale = LocaleContextHolder.getLocale();
        var arguments = new Object[] {members};
        var otherwise = messages.getMessage("approval.bulk.not.CHANGED_MEANWHILE", arguments, locale);
        return Objects.requireNonNull(messages.getMessage("approval.bulk.not." + reason, arguments, otherwise, locale));
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private @Nullable String textOf(@Nullable String key) {
        return key == null ? null : text(key);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
