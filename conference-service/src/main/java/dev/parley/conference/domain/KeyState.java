package dev.parley.conference.domain;

/** Where somebody is who presses keys: what a key means depends on it. */
public enum KeyState {
    PARTICIPANT("participant"),
    MODERATOR("moderator"),
    /** Of a local conference (R9): a moderator who may invite. */
    OWNER("owner");

    private final String title;

    KeyState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    static KeyState of(Leg.Member member, Manners manners) {
        if (manners.isOwner(member.party())) {
            return OWNER;
        }
        return member.isModerator() ? MODERATOR : PARTICIPANT;
    }
}
