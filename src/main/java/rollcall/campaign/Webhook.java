package rollcall.campaign;

/**
 * Where a flow may call, decided by administrators.
 *
 * @param sealedKey with which calls are signed
 */
record Webhook(long id, String name, String address, String sealedKey, boolean archived) {

    /** Where the key is sealed for. */
    static final String PLACE = "webhook key";
}
