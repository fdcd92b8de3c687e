package rollcall.campaign;

/** Somebody of an audience, as a page names them. */
record AudienceMember(long memberId, String firstName, String lastName, String email, String status) {}
