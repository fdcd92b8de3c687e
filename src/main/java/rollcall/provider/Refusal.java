package rollcall.provider;

/** Why a provider refused a registration. */
public enum Refusal {
    CAPACITY_FULL,
    REGISTRATION_CLOSED,
    EVENT_OVER,
    EVENT_NOT_FOUND,
    MISSING_FIELD,
    INVALID_FIELD,
    EMAIL_REFUSED,
    HOST_OR_PANELIST,
    PREVIOUSLY_DENIED,
    OTHER
}
