package rollcall.campaign;

/** Somebody of an audience, as a page names them. */
record AudienceMember(long memberId, String firstName, String lastName, String email, String status) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? email : name;
    }
}
