package dev.parley.conference.domain;

import java.util.Optional;

/**
 * How it goes in a room (R5–R7, R9, R10).
 *
 * @param announceName whether a caller is asked for a name, which all hear when it comes in
 * @param enterSound what the others hear when somebody comes in
 * @param music what one hears while alone; none: silence
 * @param muteNonModerator whether those who are no moderators start muted, and only a moderator can unmute them (R6)
 * @param recordInvited whether invited outside numbers are recorded
 * @param endsWith who takes the conference along when leaving
 * @param waitForModerator whether nobody hears anybody before a moderator is in
 * @param owner the extension whose local conference this is; none: the room of a conference extension
 * @param dynamic whether there is no conference before an administrator has come (R15)
 */
public record Manners(
        boolean announceName,
        Optional<Prompt> enterSound,
        Optional<String> music,
        boolean muteNonModerator,
        boolean recordInvited,
        EndsWith endsWith,
        boolean waitForModerator,
        KeyMap keys,
        Optional<String> owner,
        boolean dynamic) {
    /** Of a room that needs no administrator. */
    public Manners(
            boolean announceName,
            Optional<Prompt> enterSound,
            Optional<String> music,
            boolean muteNonModerator,
            boolean recordInvited,
            EndsWith endsWith,
            boolean waitForModerator,
            KeyMap keys,
            Optional<String> owner) {
        this(
                announceName,
                enterSound,
                music,
                muteNonModerator,
                recordInvited,
                endsWith,
                waitForModerator,
                keys,
                owner,
                false);
    }

    /** Nothing is asked, nothing is played. */
    public static final Manners PLAIN = new Manners(
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            EndsWith.LAST,
            false,
            KeyMap.DEFAULT,
            Optional.empty());

    /** When a conference is over. */
    public enum EndsWith {
        LAST,
        LAST_MODERATOR,
        OWNER
    }

    boolean isLocal() {
        return owner.isPresent();
    }

    boolean isOwner(Party party) {
        return party.inside() && owner.filter(party.number()::equals).isPresent();
    }

    /** Whether nobody else may begin a conference here, nor wait in it (R15). */
    boolean needsAdministrator() {
        return dynamic && !waitForModerator;
    }

    /** Whether somebody in this role begins a conference here, or waits in it for who does (R9, R15). */
    boolean letBegin(Party party, Role role) {
        if (isLocal()) {
            return isOwner(party);
        }
        return !needsAdministrator() || role == Role.MODERATOR;
    }

    /** With silence or Parley's own music for who is alone. */
    Manners withMusic(Optional<String> newMusic) {
        return new Manners(
                announceName,
                enterSound,
                newMusic,
                muteNonModerator,
                recordInvited,
                endsWith,
                waitForModerator,
                keys,
                owner,
                dynamic);
    }
}
