package rollcall.account;

import rollcall.web.Text;

/** What an account begins with. Texts are kept trimmed and composed. */
public record NewAccount(String email, String name, Rights rights) {

    public NewAccount {
        email = Text.tidy(email);
        name = Text.tidy(name);
    }
}
