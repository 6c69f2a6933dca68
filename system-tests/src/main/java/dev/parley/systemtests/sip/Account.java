package dev.parley.systemtests.sip;

/** Who a phone claims to be. */
public record Account(String user, String domain, String password) {
    public String uri() {
        return "sip:" + user + "@" + domain;
    }

    /** The same phone with another password. */
    public Account withPassword(String other) {
        return new Account(user, domain, other);
    }

    @Override
    public String toString() {
        return uri();
    }
}
