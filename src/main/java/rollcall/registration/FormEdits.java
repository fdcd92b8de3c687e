package rollcall.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/**
 * Changes forms. Each change is made to the version that its maker saw.
 *
 * <p>What people answered is never touched: it stands on their memberships, whatever becomes of the question.
 */
@Service
class FormEdits {

    private final FormRows rows;
    private final RegistrationAudit audit;

    FormEdits(FormRows rows, RegistrationAudit audit) {
        this.audit = audit;
        this.rows = rows;
    }

    StoredForm of(long programId) {
        return rows.find(programId);
    }

    @Transactional
    void add(Actor who, long programId, FieldForm typed) {
        var form = at(programId, typed.version());
        var numbered = typed.kind().question() ? form.withKey() : form;
        var fields = new ArrayList<>(form.fields());
        fields.add(typed.field(numbered.lastKeyName()));
        store(programId, numbered.with(fields));
        audit.asked(who, programId, "asked", said(fields.getLast()));
    }

    @Transactional
    void change(Actor who, long programId, String key, FieldForm typed) {
        var form = at(programId, typed.version());
        var fields = new ArrayList<>(form.fields());
        fields.replaceAll(field -> field.key().equals(key) ? typed.over(field) : field);
        store(programId, form.with(fields));
        audit.asked(who, programId, "reworded", said(fields.get(placeOf(fields, key))));
    }

    /** One place towards the beginning or the end; what stands there already stays. */
    @Transactional
    void move(Actor who, long programId, int version, String key, boolean up) {
        var form = at(programId, version);
        var from = placeOf(form.fields(), key);
        var to = from + (up ? -1 : 1);
        if (to >= 0 && to < form.fields().size()) {
            var fields = new ArrayList<>(form.fields());
            Collections.swap(fields, from, to);
            store(programId, form.with(fields));
            audit.asked(who, programId, "moved", said(fields.get(to)));
        }
    }

    private static int placeOf(List<Field> fields, String key) {
        for (int place = 0; place < fields.size(); place++) {
            if (fields.get(place).key().equals(key)) {
                return place;
            }
        }
        throw new NoSuchField();
    }

    /** Asks it no longer. What every form asks for stays. */
    @Transactional
    void remove(Actor who, long programId, int version, String key) {
        var form = at(programId, version);
        var gone = form.fields().get(placeOf(form.fields(), key));
        var fields = new ArrayList<>(form.fields());
        fields.removeIf(field -> field == gone && !field.kind().always());
        store(programId, form.with(fields));
        audit.asked(who, programId, "removed", said(gone));
    }

    /** As staff wrote it; what is kept of the person has no words of its own, but a name. */
    private static String said(Field field) {
        return field.label().isEmpty() ? field.key() : field.label();
    }

    private StoredForm at(long programId, int version) {
        var form = rows.find(programId);
        if (form.version() != version) {
            throw new StaleForm();
        }
        return form;
    }

    private void store(long programId, StoredForm form) {
        if (!rows.replace(programId, form)) {
            throw new StaleForm();
        }
    }
}
