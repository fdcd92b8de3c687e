package rollcall.mail;

import java.util.List;

/**
 * Something in a template that cannot be sent.
 *
 * @param message the key of a message
 * @param arguments what stands in it: the token as it was typed, the language
 * @param refused whether it cannot even be saved; the others are saved with a warning and cannot be switched on
 */
public record TemplateProblem(String message, List<Object> arguments, boolean refused) {}
