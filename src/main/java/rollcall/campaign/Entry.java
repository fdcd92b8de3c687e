package rollcall.campaign;

import rollcall.mail.Addressee;

/**
 * Somebody on the way through a campaign, held by the transaction that does the next step.
 *
 * @param step the one that comes next, from 0
 * @param level how many campaigns led to one another on the way here
 * @param gone whether they are out of the program by now
 */
record Entry(long id, long memberId, long personId, int version, int step, int level, boolean gone) {

    Addressee addressee() {
        return new Addressee(memberId, personId, id);
    }
}
