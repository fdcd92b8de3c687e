package rollcall.program;

/** How many seats of a program are taken. Declared here so that its form can ask; answered by the room that knows members. */
public interface SeatsTaken {

    /** Zero for a program without members. */
    int of(Program program);
}
