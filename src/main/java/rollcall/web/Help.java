package rollcall.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The help page; with JavaScript the same text opens in a dialog. */
@Controller
class Help {

    @GetMapping("/help")
    String show() {
        return "web/help";
    }
}
