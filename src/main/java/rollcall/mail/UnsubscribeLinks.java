package rollcall.mail;

import org.springframework.stereotype.Component;

@Component
class UnsubscribeLinks {

    String of(long personId) {
        return "/u/" + personId;
    }
}
