package rollcall.program;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** All channels, and making one after another; for administrators, as everything below {@code /admin}. */
@Controller
@RequestMapping(ChannelPages.ADDRESS)
class ChannelsController {

    private final Channels channels;
    private final ChannelEdits edits;
    private final ChannelPages pages;

    ChannelsController(Channels channels, ChannelEdits edits, ChannelPages pages) {
        this.channels = channels;
        this.edits = edits;
        this.pages = pages;
    }

    /**
     * A channel that is to be made. What the browser does not send is empty, never null.
     *
     * @param like the id of the one whose statuses it gets
     */
    record NewChannelForm(String name, String like) {

        static final NewChannelForm BLANK = new NewChannelForm("", "");

        NewChannelForm {
            name = Objects.requireNonNullElse(name, "");
            like = Objects.requireNonNullElse(like, "");
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", NewChannelForm.BLANK);
        return pages.list(model);
    }

    @PostMapping
    Object add(
            Actor who,
            @ModelAttribute("form") NewChannelForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var name = Text.tidy(form.name());
        ChannelDraft.nameProblem(name, false)
                .ifPresent(
                        message -> errors.rejectValue("name", message, new Object[] {ChannelDraft.LONGEST_NAME}, null));
        var like = channels.all().stream()
                .filter(one -> String.valueOf(one.id()).equals(form.like()))
                .findFirst();
        if (like.isEmpty()) {
            errors.rejectValue("like", "program.channel.like.missing");
        }
        if (!errors.hasErrors()) {
            try {
                var made = edits.copy(who, like.orElseThrow().id(), name);
                Flash.success(next, "program.channel.added", name);
                return Back.to(ChannelPages.address(made.id()));
            } catch (DuplicateKeyException taken) {
                errors.rejectValue("name", "program.channel.name.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.list(model);
    }
}
