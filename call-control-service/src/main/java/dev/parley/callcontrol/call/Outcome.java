package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import java.util.Optional;

/**
 * How a call that fails is answered.
 *
 * @param prompt what says why
 * @param toned whether a phone that gets the answer has a tone for it (busy); then nothing is said before it
 */
public record Outcome(FinalAnswer answer, String prompt, boolean toned) {
    // Causes of ITU-T Q.850.
    private static final int UNALLOCATED = 1;
    private static final int NO_USER_RESPONDING = 18;
    private static final int NO_ANSWER = 19;
    private static final int ABSENT = 20;
    private static final int REJECTED = 21;

    static final Outcome UNANSWERED = silent(FinalAnswer.of(480, NO_ANSWER), "no-answer");
    static final Outcome UNKNOWN = spoken(FinalAnswer.of(404, UNALLOCATED), "not-found");
    static final Outcome OUT_OF_ORDER = spoken(FinalAnswer.unavailable(), "technical-problem");

    static final Outcome NOT_ALLOWED = spoken(FinalAnswer.of(403), "not-allowed");
    static final Outcome TOO_MANY = spoken(FinalAnswer.of(480), "too-many-calls");
    static final Outcome CALLING_BACK = silent(FinalAnswer.of(603, REJECTED), "calling-back");
    static final Outcome GOODBYE = spoken(FinalAnswer.of(480), "goodbye");

    private static Outcome silent(FinalAnswer answer, String prompt) {
        return new Outcome(answer, prompt, true);
    }

    private static Outcome spoken(FinalAnswer answer, String prompt) {
        return new Outcome(answer, prompt, false);
    }

    /** The rule by which a phone's calls are forwarded that end so. */
    static Optional<Condition> forwarding(int status, boolean rang) {
        return switch (status) {
            case 486, 600 -> Optional.of(Condition.BUSY);
            case 480 -> Optional.of(rang ? Condition.NO_ANSWER : Condition.UNREACHABLE);
            case 404, 408, 503 -> Optional.of(Condition.UNREACHABLE);
            default -> Optional.empty();
        };
    }

    /** A room that does not let the caller in (R8). */
    static Outcome of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> UNKNOWN;
            case FULL -> spoken(FinalAnswer.of(486), "conference-full");
            case LOCKED -> spoken(FinalAnswer.of(403), "conference-locked");
            case NOT_STARTED -> spoken(FinalAnswer.of(480), "conference-not-started");
            case SHUT_OUT -> silent(FinalAnswer.of(403), "not-allowed");
            case LIMIT -> spoken(FinalAnswer.of(486), "limit-reached");
            case UNAVAILABLE -> OUT_OF_ORDER;
        };
    }

    /** Media that could not be agreed. */
    static FinalAnswer of(MediaFailure failure) {
        return switch (failure) {
            case NO_COMMON_CODEC, BAD_SDP -> FinalAnswer.of(488);
            case NO_MEDIA_NODE -> FinalAnswer.unavailable();
        };
    }

    /**
     * What the called party, its network or the edge said.
     *
     * @param rang whether it was alerted before
     */
    static Outcome ofStatus(int status, boolean rang) {
        return switch (status) {
            case 486, 600 -> silent(FinalAnswer.of(486), "busy");
            case 404, 484, 485, 604 -> UNKNOWN;
            // The edge says 480 at once when nobody is registered; a phone says it after it rang.
            case 480 -> rang ? UNANSWERED : spoken(FinalAnswer.of(480, ABSENT), "not-registered");
            case 408 -> silent(FinalAnswer.of(480, NO_USER_RESPONDING), "no-answer");
            case 403, 603, 607, 608 -> silent(FinalAnswer.of(603, REJECTED), "refused");
            case 415, 488, 606 -> silent(FinalAnswer.of(488), "technical-problem");
            default -> status >= 500 && status < 600 ? OUT_OF_ORDER : UNANSWERED;
        };
    }
}
