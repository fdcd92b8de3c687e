package rollcall.program;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.ChannelDraft.Wrong;
import rollcall.web.Crumb;

/** Fills in the pages about channels. */
@Component
class ChannelPages {

    static final String ADDRESS = "/admin/channels";

    private final Channels channels;
    private final StatusNames names;
    private final MessageSource messages;

    ChannelPages(Channels channels, StatusNames names, MessageSource messages) {
        this.channels = channels;
        this.names = names;
        this.messages = messages;
    }

    static String address(long id) {
        return ADDRESS + "/" + id;
    }

    String list(Model model) {
        model.addAttribute("channels", channels.all());
        model.addAttribute("programs", channels.programs());
        model.addAttribute("builtIn", channels.webinarId());
        return "program/channels";
    }

    /** The channel as it is stored. */
    String one(Model model, Channel channel) {
        return one(model, channel, ChannelForm.of(channel, names), List.of(), false);
    }

    /** What was typed, with what is wrong with it, or beside what somebody else has stored meanwhile. */
    String one(Model model, Channel channel, ChannelForm typed, List<Wrong> wrongs, boolean overtaken) {
        var lines = ChannelView.lines(channel, typed, names);
        var builtIn = channel.id() == channels.webinarId();
        var programs = channels.programsIn(channel.id());
        model.addAttribute("view", new ChannelView(channel, typed.name(), lines, wrongs, overtaken, programs, builtIn));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StatusForm.BLANK);
        }
        var title = messages.getMessage("program.channels", null, LocaleContextHolder.getLocale());
        model.addAttribute("crumbs", List.of(new Crumb(title, ADDRESS)));
        return "program/channel";
    }
}
