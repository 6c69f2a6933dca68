package dev.parley.conference.domain;

import java.util.List;

/**
 * What can be said.
 *
 * @param id the name of the sound, the same in every language; a tenant's own sound of that name replaces ours (R30)
 */
public record Prompt(String id) {
    public static final Prompt WELCOME = new Prompt("welcome");
    public static final Prompt ONLY_ONE = new Prompt("only-one");
    public static final Prompt ENTER_PIN = new Prompt("enter-pin");
    public static final Prompt WRONG_PIN = new Prompt("wrong-pin");
    public static final Prompt GOODBYE = new Prompt("goodbye");
    public static final Prompt CONFERENCE_FULL = new Prompt("conference-full");
    public static final Prompt CONFERENCE_LOCKED = new Prompt("conference-locked");
    public static final Prompt NOT_STARTED = new Prompt("conference-not-started");
    public static final Prompt CONFERENCE_ENDED = new Prompt("conference-ended");
    public static final Prompt REMOVED = new Prompt("removed");
    public static final Prompt LOCKED = new Prompt("locked");
    public static final Prompt UNLOCKED = new Prompt("unlocked");
    public static final Prompt MUTED = new Prompt("muted");
    public static final Prompt UNMUTED = new Prompt("unmuted");
    public static final Prompt MUTED_BY_MODERATOR = new Prompt("muted-by-moderator");
    public static final Prompt ALL_MUTED = new Prompt("all-muted");
    public static final Prompt ALL_UNMUTED = new Prompt("all-unmuted");
    public static final Prompt NOT_ALLOWED = new Prompt("not-allowed");
    public static final Prompt NO_SUCH_KEY = new Prompt("no-such-key");
    public static final Prompt CONFIRM_END = new Prompt("confirm-end");
    public static final Prompt TRYING = new Prompt("trying");
    public static final Prompt CALL_DROPPED = new Prompt("call-dropped");
    public static final Prompt NOTHING_TO_DROP = new Prompt("nothing-to-drop");
    public static final Prompt NOT_FOUND = new Prompt("not-found");
    public static final Prompt BUSY = new Prompt("busy");
    public static final Prompt NO_ANSWER = new Prompt("no-answer");
    public static final Prompt NOT_REGISTERED = new Prompt("not-registered");
    public static final Prompt REFUSED = new Prompt("refused");
    public static final Prompt TECHNICAL_PROBLEM = new Prompt("technical-problem");
    public static final Prompt LIMIT_REACHED = new Prompt("limit-reached");
    public static final Prompt PARTICIPANTS = new Prompt("participants");
    public static final Prompt WAITING_FOR_MODERATOR = new Prompt("waiting-for-moderator");
    /** Not said: 15 s of dial tone. */
    public static final Prompt DIAL_TONE = new Prompt("dial-tone");
    /** Not said: one ring of 5 s, pause included. */
    public static final Prompt RINGBACK = new Prompt("ringback");

    public static final Prompt RECORDING_STARTED = new Prompt("recording-started");
    public static final Prompt RECORDING_STOPPED = new Prompt("recording-stopped");
    public static final Prompt SAY_NAME = new Prompt("say-name");
    public static final Prompt HAS_JOINED = new Prompt("has-joined");

    private static final int LARGEST_WORD = 100;

    /** A number from 0 on: one word up to a hundred, digit by digit beyond. */
    static List<Prompt> number(int number) {
        return number <= LARGEST_WORD
                ? List.of(new Prompt("number-" + number))
                : Integer.toString(number)
                        .chars()
                        .mapToObj(digit -> new Prompt("number-" + (char) digit))
                        .toList();
    }

    /** The name that somebody has spoken. */
    static Prompt name(String request) {
        return new Prompt("name/" + request);
    }
}
