package rollcall.member;

/** Keeps the door shut for the programs of a channel until the transaction ends. */
interface ChannelLock {

    /** Waits for the changes of status that run in the channel; those that come from now on wait. */
    void hold(long channelId);
}
