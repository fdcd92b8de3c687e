package rollcall.member;

/** Somebody who may be brought into a program. {@code personId} is negative for somebody whom Rollcall does not know. */
record Candidate(long personId, String label) {

    boolean unknown() {
        return personId < 0;
    }
}
