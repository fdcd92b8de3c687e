package rollcall.program;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.ChannelDraft.Wrong;
import rollcall.program.ChannelEdits.Kept;
import rollcall.web.Back;
import rollcall.web.Flash;

/** One channel with its statuses; for administrators, as everything below {@code /admin}. */
@Controller
@RequestMapping(ChannelPages.ADDRESS + "/{channelId}")
class ChannelController {

    private final Channels channels;
    private final ChannelEdits edits;
    private final ChannelPages pages;
    private final StatusNames names;

    ChannelController(Channels channels, ChannelEdits edits, ChannelPages pages, StatusNames names) {
        this.channels = channels;
        this.edits = edits;
        this.pages = pages;
        this.names = names;
    }

    @GetMapping
    String show(@PathVariable long channelId, Model model) {
        return pages.one(model, channels.get(channelId));
    }

    @PostMapping
    Object store(
            Actor who,
            @PathVariable long channelId,
            @ModelAttribute("typed") ChannelForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var now = channels.get(channelId);
        var draft = new ChannelDraft(typed, now, names);
        var wanted = draft.wanted();
        if (wanted.isEmpty()) {
            return again(now, typed, draft.wrongs(), model, response);
        }
        try {
            var broken = edits.edit(who, wanted.get());
            return broken.isEmpty() ? stored(wanted.get(), next) : again(now, typed, inWords(broken), model, response);
        } catch (DuplicateKeyException taken) {
            return again(now, typed, List.of(Wrong.of("name", "program.channel.name.taken")), model, response);
        } catch (StaleChannel stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.one(model, channels.get(channelId), typed, List.of(), true);
        } catch (ConcurrencyFailureException busy) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.one(model, now, typed, List.of(Wrong.of("name", "program.channel.busy")), false);
        }
    }

    private static View stored(Channel channel, RedirectAttributes next) {
        Flash.success(next, "program.channel.stored", channel.name());
        return Back.to(ChannelPages.address(channel.id()));
    }

    private String again(
            Channel now, ChannelForm typed, List<Wrong> wrongs, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.one(model, now, typed, wrongs, false);
    }

    private List<Wrong> inWords(List<ChannelRules.Broken> broken) {
        return broken.stream().map(one -> ChannelDraft.wrong(one, names)).toList();
    }

    @PostMapping("/statuses")
    Object add(
            Actor who,
            @PathVariable long channelId,
            @ModelAttribute("form") StatusForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var channel = channels.get(channelId);
        var status = form.status(channel, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (!errors.hasErrors()) {
            try {
                var broken = edits.add(who, channelId, form.seen(), status);
                if (broken.isEmpty()) {
                    Flash.success(next, "program.channel.status.added", status.name());
                    return Back.to(ChannelPages.address(channelId));
                }
                broken.forEach(one -> reject(one, errors));
            } catch (StaleChannel stale) {
                errors.reject("program.channel.overtaken");
                response.setStatus(HttpStatus.CONFLICT.value());
            }
        }
        return pages.one(model, channels.get(channelId));
    }

    private void reject(ChannelRules.Broken broken, BindingResult errors) {
        var wrong = ChannelDraft.wrong(broken, names);
        var field = broken.rule() == ChannelRules.Rule.OTHER_NAME ? "newName" : "newStep";
        errors.rejectValue(field, wrong.message(), wrong.arguments().toArray(), null);
    }

    @PostMapping("/statuses/removal")
    View remove(
            Actor who,
            @PathVariable long channelId,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String version,
            RedirectAttributes next) {
        var name = names.of(channels.get(channelId).status(key));
        try {
            var kept = edits.remove(who, channelId, ChannelDraft.version(version), key);
            say(kept, "program.channel.status", name, next);
        } catch (StaleChannel stale) {
            Flash.problem(next, "program.channel.overtaken");
        }
        return Back.to(ChannelPages.address(channelId));
    }

    @PostMapping("/removal")
    View remove(Actor who, @PathVariable long channelId, RedirectAttributes next) {
        var name = channels.get(channelId).name();
        var kept = removed(who, channelId);
        say(kept, "program.channel", name, next);
        return Back.to(kept == null ? ChannelPages.ADDRESS : ChannelPages.address(channelId));
    }

    private @Nullable Kept removed(Actor who, long channelId) {
        try {
            return edits.remove(who, channelId);
        } catch (DataIntegrityViolationException usedJustNow) {
            return Kept.IN_USE;
        }
    }

    private static void say(@Nullable Kept kept, String what, String name, RedirectAttributes next) {
        if (kept == null) {
            Flash.success(next, what + ".removed", name);
        } else {
            Flash.problem(next, what + ".kept." + kept, name);
        }
    }
}
