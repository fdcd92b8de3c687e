package rollcall.mail;

/** The letters that every program comes with; their texts stand in {@code resources/letters}. */
enum Recipe {
    INVITATION(Purpose.MARKETING),
    INVITATION_REMINDER(Purpose.MARKETING),
    CONFIRMATION(Purpose.OPERATIONAL),
    PENDING_APPROVAL(Purpose.OPERATIONAL),
    WAITLISTED(Purpose.OPERATIONAL),
    SEAT_OFFERED(Purpose.OPERATIONAL),
    SEAT_CAME_FREE(Purpose.OPERATIONAL),
    WHERE_YOU_STAND(Purpose.OPERATIONAL),
    REJECTION(Purpose.OPERATIONAL),
    REMINDER_DAY(Purpose.OPERATIONAL),
    REMINDER_HOUR(Purpose.OPERATIONAL),
    FOLLOW_UP_ATTENDED(Purpose.MARKETING),
    FOLLOW_UP_NO_SHOW(Purpose.MARKETING),
    FOLLOW_UP_ON_DEMAND(Purpose.MARKETING);

    private final Purpose purpose;

    Recipe(Purpose purpose) {
        this.purpose = purpose;
    }

    Purpose purpose() {
        return purpose;
    }

    boolean withCalendar() {
        return this == CONFIRMATION;
    }
}
