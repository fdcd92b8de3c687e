package rollcall.mail;

import java.time.Instant;

/** One time that a template was stored. */
record TemplateVersion(int version, String by, Instant at) {}
