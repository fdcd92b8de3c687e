package rollcall.campaign;

import java.util.List;

/**
 * One step of a flow: the action of the first choice whose audience the member is in, or else the other one.
 *
 * @param otherwise {@link Action.Nothing} when nothing happens to those who fit no choice
 */
public record Step(List<Choice> choices, Action otherwise) {

    public record Choice(Audience when, Action then) {}

    public static Step of(Action action) {
        return new Step(List.of(), action);
    }
}
