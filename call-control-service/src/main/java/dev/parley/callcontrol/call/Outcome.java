package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import java.util.Optional;

/**
 * How a call that fails is answered.
 *
 * @param prompt what the caller hears before the answer; none where the phone's own tone says it (busy)
 */
public record Outcome(FinalAnswer answer, Optional<String> prompt) {
    // Causes of ITU-T Q.850.
    private static final int UNALLOCATED = 1;
    private static final int NO_USER_RESPONDING = 18;
    private static final int NO_ANSWER = 19;
    private static final int ABSENT = 20;
    private static final int REJECTED = 21;

    static final Outcome UNANSWERED = silent(FinalAnswer.of(480, NO_ANSWER));
    static final Outcome UNKNOWN = spoken(FinalAnswer.of(404, UNALLOCATED), "not-found");
    static final Outcome OUT_OF_ORDER = spoken(FinalAnswer.unavailable(), "technical-problem");

    private static Outcome silent(FinalAnswer answer) {
        return new Outcome(answer, Optional.empty());
    }

    private static Outcome spoken(FinalAnswer answer, String prompt) {
        return new Outcome(answer, Optional.of(prompt));
    }

    /** A room that does not let the caller in (R8). */
    static Outcome of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> UNKNOWN;
            case FULL -> spoken(FinalAnswer.of(486), "conference-full");
            case LOCKED -> spoken(FinalAnswer.of(403), "conference-locked");
            case NOT_STARTED -> spoken(FinalAnswer.of(480), "refused");
            case SHUT_OUT -> silent(FinalAnswer.of(403));
            case LIMIT -> spoken(FinalAnswer.of(486), "conference-full");
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
            case 486, 600 -> silent(FinalAnswer.of(486));
            case 404, 484, 485, 604 -> UNKNOWN;
            // The edge says 480 at once when nobody is registered; a phone says it after it rang.
            case 480 -> rang ? UNANSWERED : spoken(FinalAnswer.of(480, ABSENT), "not-registered");
            case 408 -> silent(FinalAnswer.of(480, NO_USER_RESPONDING));
            case 403, 603, 607, 608 -> silent(FinalAnswer.of(603, REJECTED));
            case 415, 488, 606 -> silent(FinalAnswer.of(488));
            default -> status >= 500 && status < 600 ? OUT_OF_ORDER : UNANSWERED;
        };
    }
}
