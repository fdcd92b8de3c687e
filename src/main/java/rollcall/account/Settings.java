package rollcall.account;

/** What somebody says about themself; see {@link Account} for the meaning of each part. */
public record Settings(String name, String language, String zone, boolean shortcuts) {}
