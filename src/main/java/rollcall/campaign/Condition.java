package rollcall.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.member.Cause;
import rollcall.member.Delivery;
import rollcall.person.PersonField;

/** Something that is so of a member or not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.StatusIs.class, name = "status"),
    @JsonSubTypes.Type(value = Condition.StatusWas.class, name = "status-was"),
    @JsonSubTypes.Type(value = Condition.Reason.class, name = "reason"),
    @JsonSubTypes.Type(value = Condition.Success.class, name = "success"),
    @JsonSubTypes.Type(value = Condition.Date.class, name = "date"),
    @JsonSubTypes.Type(value = Condition.Field.class, name = "field"),
    @JsonSubTypes.Type(value = Condition.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Condition.SourceIs.class, name = "source"),
    @JsonSubTypes.Type(value = Condition.DeliveryIs.class, name = "delivery"),
    @JsonSubTypes.Type(value = Condition.OpenedForm.class, name = "opened-form"),
    @JsonSubTypes.Type(value = Condition.Minutes.class, name = "minutes")
})
public sealed interface Condition {

    /** @param statuses keys; any of them */
    record StatusIs(Set<String> statuses) implements Condition {}

    /**
     * Was changed to one of these at some time.
     *
     * @param since a day in the program's zone; null for ever
     */
    record StatusWas(Set<String> statuses, @Nullable LocalDate since) implements Condition {}

    /** @param text stands anywhere in the status reason, whatever its case */
    record Reason(String text) implements Condition {}

    record Success(boolean reached) implements Condition {}

    /**
     * @param from the first day that counts, in the program's zone; null for no bound
     * @param to the last day that counts; null for no bound
     */
    record Date(
            What what, @Nullable LocalDate from, @Nullable LocalDate to) implements Condition {
        public enum What {
            JOINED,
            CHANGED,
            SUCCESS
        }
    }

    /** @param text what it is compared with, whatever its case; empty for {@link Test#EMPTY} */
    record Field(PersonField field, Test test, String text) implements Condition {}

    /** @param question as it is stored with the answer */
    record Answer(String question, Test test, String text) implements Condition {}

    record SourceIs(Set<Cause> sources) implements Condition {}

    record DeliveryIs(Set<Delivery> deliveries) implements Condition {}

    record OpenedForm(boolean opened) implements Condition {}

    /** Attended for so long; nobody is meant of whom no minutes are known. */
    record Minutes(Kind attendance, boolean atLeast, int minutes) implements Condition {
        public enum Kind {
            LIVE,
            ON_DEMAND
        }
    }

    /** How a text is compared. */
    enum Test {
        IS,
        CONTAINS,
        BEGINS_WITH,
        EMPTY
    }
}
