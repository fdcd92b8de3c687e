package rollcall.transfer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import rollcall.person.PersonField;

/** What a column of a file is taken as. */
enum Target {
    EMAIL(PersonField.EMAIL),
    FIRST_NAME(PersonField.FIRST_NAME),
    LAST_NAME(PersonField.LAST_NAME),
    /** First and last name in one cell. */
    FULL_NAME(null),
    COMPANY(PersonField.COMPANY),
    JOB_TITLE(PersonField.JOB_TITLE),
    PHONE(PersonField.PHONE),
    COUNTRY(PersonField.COUNTRY),
    LANGUAGE(PersonField.LANGUAGE),
    ZONE(PersonField.ZONE),
    STATUS(null),
    STATUS_REASON(null),
    /** When the status began. */
    SINCE(null),
    REGISTRANT_ID(null),
    JOIN_LINK(null),
    /** Kept on the membership under the column's heading. */
    ANSWER(null),
    LEAVE_OUT(null);

    private final @Nullable PersonField field;

    Target(@Nullable PersonField field) {
        this.field = field;
    }

    /** The field of a person that this is; empty for what belongs to the membership. */
    Optional<PersonField> field() {
        return Optional.ofNullable(field);
    }

    /** Whether several columns may be taken as this. */
    boolean repeatable() {
        return this == ANSWER || this == LEAVE_OUT;
    }

    public String messageKey() {
        return "transfer.target." + name();
    }

    /** Its name in whatever language the message around it is said in. */
    MessageSourceResolvable message() {
        return new DefaultMessageSourceResolvable(messageKey());
    }
}
