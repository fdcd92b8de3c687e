package rollcall.registration;

import java.util.List;

/**
 * A form as its owner wrote it.
 *
 * @param version counts the edits, so that a stale page is noticed; 0 for one that nobody has touched
 * @param lastKey the number of the last question that was added, removed ones included
 */
record StoredForm(int version, int lastKey, List<Field> fields) {

    static final StoredForm UNTOUCHED = new StoredForm(0, 0, Form.USUAL.fields());

    StoredForm with(List<Field> others) {
        return new StoredForm(version, lastKey, List.copyOf(others));
    }

    StoredForm withKey() {
        return new StoredForm(version, lastKey + 1, fields);
    }

    String lastKeyName() {
        return "q" + lastKey;
    }
}
