package rollcall.member;

/** The lock that is taken before any other, for every change in a program with a capacity. */
interface SeatLock {

    /** Waits until nobody else gives or frees seats in that program, and answers how many are taken. */
    int lock(long programId);
}
