package rollcall.member;

/** How a list of members is ordered; the word in the address is the name in lower case. */
public enum MemberSort {
    NAME,
    EMAIL,
    JOINED,
    CHANGED;
}
