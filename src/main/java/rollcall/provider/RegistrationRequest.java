package rollcall.provider;

import java.util.Map;
import rollcall.person.PersonDetails;

/**
 * Somebody to register.
 *
 * @param memberId ours; goes along where the provider keeps it, and comes back in its reports
 * @param answers what else is known of the membership, by question
 */
public record RegistrationRequest(long memberId, PersonDetails person, Map<String, String> answers) {}
