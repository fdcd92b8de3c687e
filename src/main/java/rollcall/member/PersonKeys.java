package rollcall.member;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.PeopleChanged;

/** Keeps the copies of people's names and addresses by which lists of members are sorted and searched. */
@Component
class PersonKeys {

    private final JdbcClient jdbc;

    PersonKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PeopleChanged changed) {
        jdbc.sql("""
            update member m set (name_key, given_key, email_key, company_key) = (
                select p.name_key, p.given_key, p.email_key, p.company_key
                from person p where p.id = m.person_id)
            where m.person_id in (:people)\
            """).param("people", changed.personIds()).update();
    }
}
