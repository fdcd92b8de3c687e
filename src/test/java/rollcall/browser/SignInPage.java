package rollcall.browser;

import rollcall.testing.Browser;

final class SignInPage extends Page {

    SignInPage(Browser browser) {
        super(browser);
        awaitHeading("Sign in");
    }

    static SignInPage open(Browser browser) {
        browser.open("/login");
        return new SignInPage(browser);
    }

    void signIn(String email, String password) {
        fill("E-mail address", email);
        fill("Password", password);
        press("Sign in");
    }
}
