package rollcall.mail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a letter can say that is different for each recipient; its name stands between the braces. */
enum Token {
    PERSON_FIRST_NAME("person.firstName"),
    PERSON_LAST_NAME("person.lastName"),
    PERSON_EMAIL("person.email"),
    PERSON_COMPANY("person.company"),
    PERSON_JOB_TITLE("person.jobTitle"),
    PERSON_PHONE("person.phone"),
    PERSON_COUNTRY("person.country"),
    PERSON_LANGUAGE("person.language"),
    PERSON_ZONE("person.zone"),
    PROGRAM_NAME("program.name"),
    PROGRAM_DESCRIPTION("program.description"),
    PROGRAM_STARTS_AT("program.startsAt"),
    PROGRAM_ENDS_AT("program.endsAt"),
    PROGRAM_DATE("program.date"),
    PROGRAM_TIME("program.time"),
    PROGRAM_ZONE("program.zone"),
    MEMBER_STATUS("member.status"),
    MEMBER_STATUS_REASON("member.statusReason"),
    MEMBER_WEBINAR_URL("member.webinarUrl", Kind.LINK),
    LINK_CALENDAR("link.calendar", Kind.LINK),
    LINK_UNSUBSCRIBE("link.unsubscribe", Kind.LINK),
    LINK_REGISTER("link.register", Kind.LINK),
    LINK_STATUS("link.status", Kind.LINK),
    LINK_OFFER("link.offer", Kind.LINK),
    LINK_CANCEL("link.cancel", Kind.LINK);

    private enum Kind {
        WORDS,
        LINK
    }

    private static final Map<String, Token> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Token::typed, Function.identity()));

    private final String typed;
    private final Kind kind;

    Token(String typed) {
        this(typed, Kind.WORDS);
    }

    Token(String typed, Kind kind) {
        this.typed = typed;
        this.kind = kind;
    }

    /** The token of that name, upper and lower case as they are; nothing when there is none. */
    static Optional<Token> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Its name, as {@code person.firstName}. */
    String typed() {
        return typed;
    }

    /** With its braces, as people write it. Templates of pages call this. */
    public String written() {
        return "{{" + typed + "}}";
    }

    /** Whether it comes to a whole address on the web. A mail with a link that leads nowhere is not sent. */
    boolean link() {
        return kind == Kind.LINK;
    }
}
