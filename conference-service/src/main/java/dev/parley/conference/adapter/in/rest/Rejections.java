package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.domain.Rejection;
import java.util.Locale;

/** Why a conference refuses something, as a problem: its code is the rejection's own. */
final class Rejections {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Rejections() {}

    static Problem problem(Rejection reason) {
        return switch (reason) {
            case ROOM_UNKNOWN -> of(NOT_FOUND, reason, "Room unknown", "There is no such conference extension");
            case NO_CONFERENCE -> of(NOT_FOUND, reason, "No conference", "No conference goes on in this room");
            case NO_SUCH_PARTICIPANT ->
                of(NOT_FOUND, reason, "No such participant", "Nobody of this id is in the conference");
            case NO_SUCH_INVITATION ->
                of(
                        NOT_FOUND,
                        reason,
                        "No such invitation",
                        "There is no invitation of this id that still waits for its outcome");
            case NO_SUCH_CONSULTATION ->
                of(NOT_FOUND, reason, "No such consultation", "Nobody is aside in a consultation of this id");
            case NOBODY_TO_MERGE ->
                of(CONFLICT, reason, "Nobody to merge", "There is nothing to be heard yet of who is called");
            case NUMBER_UNKNOWN -> of(UNPROCESSABLE, reason, "Number unknown", "Nobody has that number");
            case NUMBER_BARRED ->
                of(FORBIDDEN, reason, "Number barred", "The class of service does not allow that number");
            case CALLS_EXHAUSTED ->
                of(CONFLICT, reason, "Too many calls", "There are as many outside calls as there may be");
            case ROOM_FULL -> of(CONFLICT, reason, "Room full", "All seats are taken");
            case ROOM_LOCKED -> of(CONFLICT, reason, "Room locked", "The conference is locked");
            case TENANT_EXHAUSTED ->
                of(
                        CONFLICT,
                        reason,
                        "Limit reached",
                        "The tenant has as many conferences or participants as it may have");
            case NOT_ALLOWED -> of(CONFLICT, reason, "Not allowed", "This participant's role does not allow that");
            case ALREADY_DIALLING -> of(CONFLICT, reason, "Already dialling", "Somebody is being called already");
            case NOT_STARTED,
                    SHUT_OUT,
                    ALREADY_HERE,
                    NO_SUCH_LEG,
                    ALREADY_ANSWERED,
                    NOT_ANSWERED,
                    NOTHING_CHANGES,
                    KEY_WITHOUT_MEANING,
                    ROOM_TAKEN,
                    WRONG_PASSWORD,
                    NOTHING_TO_DROP -> of(CONFLICT, reason, "Refused", "The conference refuses that as it is now");
        };
    }

    private static Problem of(int status, Rejection reason, String title, String detail) {
        return Problem.of(status, reason.name().toLowerCase(Locale.ROOT), title, detail);
    }
}
