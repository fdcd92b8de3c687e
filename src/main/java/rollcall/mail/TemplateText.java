package rollcall.mail;

/**
 * What a template says in one language.
 *
 * @param language its tag, such as {@code sv}
 * @param html as somebody typed it
 * @param text empty to be made of {@code html}
 */
record TemplateText(String language, String subject, String html, String text) {

    boolean empty() {
        return subject.isBlank() && html.isBlank() && text.isBlank();
    }
}
