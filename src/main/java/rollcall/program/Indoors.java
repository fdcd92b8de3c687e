package rollcall.program;

/** Whether a program is only played on this machine. Each room that knows a reason declares a bean of this type. */
public interface Indoors {

    /** Whether nothing of that program may reach anybody outside, such as a mail to somebody who was made up. */
    boolean staysIndoors(long programId);
}
