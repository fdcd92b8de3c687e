package rollcall.testing;

import java.util.List;

/** What a command is told: names, and options such as {@code --runs=3}. */
public record Options(List<String> words) {

    public List<String> names() {
        return words.stream().filter(word -> !word.startsWith("--")).toList();
    }

    public String option(String name, String otherwise) {
        var prefix = "--" + name + "=";
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
