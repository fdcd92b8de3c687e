package rollcall.member;

import org.springframework.context.MessageSource;

/** Lets other rooms' tests say reasons without an application. */
public final class ReasonsFixture {

    private ReasonsFixture() {}

    public static ReasonWords with(MessageSource messages) {
        return new ReasonWords(messages);
    }
}
