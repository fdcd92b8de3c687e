package rollcall.desk;

/** Keeps a second run of the checks from being started while a first one is. */
interface ChecksLock {

    /** Waits until nobody else starts one; whoever comes from now on waits for the end of the caller's transaction. */
    void lock();
}
