package rollcall.account;

import java.util.List;

/** The lock under which administrators are counted, so that two of them cannot remove each other at once. */
interface AdministratorLock {

    /** Waits until nobody else makes administrators fewer, and answers who can administrate, by their ids. */
    List<Long> lockAdministrators();
}
