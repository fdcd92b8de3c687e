package rollcall.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.person.EmailAddress;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Shows what bringing people into a program would come to; writes and locks nothing. */
@Component
class AdditionPreviews {

    private final Forecasts forecasts;
    private final Members members;
    private final People people;
    private final Programs programs;

    AdditionPreviews(Forecasts forecasts, Members members, People people, Programs programs) {
        this.forecasts = forecasts;
        this.members = members;
        this.people = people;
        this.programs = programs;
    }

    AdditionPreview of(Program program, StatusRequest request, List<PersonDetails> newcomers) {
        var keys = newcomers.stream().map(AdditionPreviews::key).toList();
        var known = people.byEmailKeys(keys);
        var candidates = new LinkedHashMap<Long, Candidate>();
        for (int i = 0; i < newcomers.size(); i++) {
            var candidate = candidate(newcomers.get(i), known.get(keys.get(i)), i);
            candidates.putIfAbsent(candidate.personId(), candidate); // two addresses may lead to one person
        }
        var preview = blank(program, request);
        count(preview, forecasts.of(request), List.copyOf(candidates.values()));
        return preview;
    }

    /** Somebody unknown gets a negative number that nobody else has. */
    private static Candidate candidate(PersonDetails details, @Nullable Person known, int place) {
        return new Candidate(known == null ? -1L - place : known.id(), details.email());
    }

    private static String key(PersonDetails details) {
        return EmailAddress.parse(details.email()).orElseThrow().key();
    }

    AdditionPreview of(Program program, StatusRequest request, AdditionSource source) {
        var preview = blank(program, request);
        var forecast = forecasts.of(request);
        var some = new ArrayList<Candidate>();
        members.each(source.program(), source.filter(), MemberSort.NAME, line -> {
            some.add(new Candidate(line.personId(), line.label()));
            if (some.size() == StatusChanges.MOST) {
                count(preview, forecast, some);
                some.clear();
            }
        });
        count(preview, forecast, some);
        return preview;
    }

    private AdditionPreview blank(Program program, StatusRequest request) {
        return new AdditionPreview(programs.channelOf(program).status(request.to()));
    }

    private static void count(AdditionPreview preview, Forecast forecast, List<Candidate> some) {
        var moves = forecast.join(some.stream()
                .map(candidate -> Newcomer.of(candidate.personId()))
                .toList());
        for (int i = 0; i < some.size(); i++) {
            preview.count(some.get(i), moves.get(i).move());
        }
    }
}
