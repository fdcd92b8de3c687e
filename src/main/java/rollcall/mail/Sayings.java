package rollcall.mail;

import rollcall.person.PersonDetails;

/**
 * What each token comes to in one letter.
 *
 * @param status in words
 */
record Sayings(PersonDetails person, ProgramWords program, String status, String statusReason, LetterLinks links) {

    /** Empty for nothing. */
    String of(Token token) {
        return switch (token) {
            case PERSON_FIRST_NAME -> person.firstName();
            case PERSON_LAST_NAME -> person.lastName();
            case PERSON_EMAIL -> person.email();
            case PERSON_COMPANY -> person.company();
            case PERSON_JOB_TITLE -> person.jobTitle();
            case PERSON_PHONE -> person.phone();
            case PERSON_COUNTRY -> person.country();
            case PERSON_LANGUAGE -> person.language();
            case PERSON_ZONE -> person.zone();
            case PROGRAM_NAME -> program.name();
            case PROGRAM_DESCRIPTION -> program.description();
            case PROGRAM_STARTS_AT -> program.startsAt();
            case PROGRAM_ENDS_AT -> program.endsAt();
            case PROGRAM_DATE -> program.date();
            case PROGRAM_TIME -> program.time();
            case PROGRAM_ZONE -> program.zone();
            case MEMBER_STATUS -> status;
            case MEMBER_STATUS_REASON -> statusReason;
            case MEMBER_WEBINAR_URL -> links.webinar();
            case LINK_CALENDAR -> links.calendar();
            case LINK_UNSUBSCRIBE -> links.unsubscribe();
            case LINK_REGISTER -> links.register();
            case LINK_STATUS -> links.status();
            case LINK_OFFER -> links.offer();
            case LINK_CANCEL -> links.cancel();
        };
    }
}
