package rollcall.member;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.web.Text;

/**
 * Whom somebody wants to bring into a program, with which status and why.
 *
 * @param how the word for one of the three {@link Way ways}
 * @param people the pasted text
 * @param leaveOut whether lines that cannot be read are left out
 * @param source the other program
 * @param from the statuses there
 * @param previewed how many of the other program's members the preview was for; null when nobody looked at one
 * @param erasedToo whether addresses that were erased before may come back
 */
record AdditionForm(
        String how,
        String status,
        String reason,
        Boolean ahead,
        @Nullable String requestId,
        Boolean confirm,
        String email,
        String firstName,
        String lastName,
        String company,
        String jobTitle,
        String phone,
        String country,
        String language,
        String zone,
        String people,
        Boolean leaveOut,
        @Nullable Long source,
        List<String> from,
        @Nullable Long previewed,
        Boolean erasedToo) {

    /** The longest text that may be pasted: a thousand lines of the longest names and addresses. */
    static final int LONGEST_PASTE = 500_000;

    /** A way to name people: one by one, as pasted addresses, or as another program's members. */
    enum Way {
        ONE,
        PASTE,
        PROGRAM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AdditionForm {
        how = requireNonNullElse(how, Way.ONE.word());
        status = requireNonNullElse(status, "");
        reason = requireNonNullElse(reason, "").strip();
        requestId = requestId == null || requestId.isBlank() ? null : requestId;
        ahead = requireNonNullElse(ahead, false);
        confirm = requireNonNullElse(confirm, false);
        leaveOut = requireNonNullElse(leaveOut, false);
        email = requireNonNullElse(email, "");
        firstName = requireNonNullElse(firstName, "");
        lastName = requireNonNullElse(lastName, "");
        company = requireNonNullElse(company, "");
        jobTitle = requireNonNullElse(jobTitle, "");
        phone = requireNonNullElse(phone, "");
        country = requireNonNullElse(country, "");
        language = requireNonNullElse(language, "");
        zone = requireNonNullElse(zone, "");
        people = requireNonNullElse(people, "");
        from = requireNonNullElse(from, List.of());
        erasedToo = requireNonNullElse(erasedToo, false);
    }

    /** Where an approver decides on newcomers, they are pending unless somebody says otherwise. */
    static AdditionForm blank(String how, Program program) {
        var status = program.approvalRequired() ? StatusCode.PENDING_APPROVAL : StatusCode.INVITED;
        return new AdditionForm(
                how,
                status.name(),
                "",
                false,
                null,
                false,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                null,
                List.of(),
                null,
                false);
    }

    /** @throws BadFilter when there is no such way */
    Way way() {
        return Stream.of(Way.values())
                .filter(way -> way.word().equals(how))
                .findFirst()
                .orElseThrow(() -> new BadFilter("how"));
    }

    PersonDetails person() {
        return new PersonDetails(email, firstName, lastName, company, jobTitle, phone, country, language, zone)
                .tidied();
    }

    /** What is wrong however people are named. */
    void check(BindingResult errors) {
        if (status.isEmpty()) {
            errors.rejectValue("status", "member.status.missing");
        }
        if (reason.length() > StatusRequest.LONGEST_REASON) {
            errors.rejectValue("reason", "member.reason.too-long");
        } else if (Text.unwanted(reason)) {
            errors.rejectValue("reason", "web.plain-text");
        }
        switch (way()) {
            case ONE -> person().problems().forEach(problem -> errors.rejectValue(problem.field(), problem.message()));
            case PASTE -> checkPaste(errors);
            case PROGRAM -> checkSource(errors);
        }
    }

    private void checkPaste(BindingResult errors) {
        if (people.isBlank()) {
            errors.rejectValue("people", "member.add.people.missing");
        } else if (people.length() > LONGEST_PASTE) {
            errors.rejectValue("people", "member.add.people.too-many");
        }
    }

    private void checkSource(BindingResult errors) {
        if (source == null) {
            errors.rejectValue("source", "member.add.source.missing");
        }
        if (from.isEmpty()) {
            errors.rejectValue("from", "member.add.from.missing");
        }
    }

    long sourceId() {
        if (source == null) {
            throw new BadFilter("source");
        }
        return source;
    }

    StatusRequest request(Actor who, Program program) {
        return StatusRequest.of(program.key(), status, Cause.PERSON, who)
                .because(reason)
                .once(requestId)
                .aheadOfTheWaitlist(ahead);
    }
}
