package rollcall.member;

/**
 * What became of a set of members.
 *
 * @param cameIn how many are in it now and were not
 * @param left how many were in it and are not now
 */
record Difference(long cameIn, long left) {

    boolean none() {
        return cameIn == 0 && left == 0;
    }

    /** Both in rising order, none twice. */
    static Difference between(long[] before, long[] now) {
        int was = 0;
        int is = 0;
        long both = 0;
        while (was < before.length && is < now.length) {
            if (before[was] == now[is]) {
                both++;
                was++;
                is++;
            } else if (before[was] < now[is]) {
                was++;
            } else {
                is++;
            }
        }
        return new Difference(now.length - both, before.length - both);
    }
}
