package dev.parley.callcontrol.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sip.header.AcceptHeader;
import javax.sip.header.ContentDispositionHeader;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request before anybody looks at what it wants (RFC 3261 §8.2). */
public final class Screening {
    private static final Set<String> ALLOWED = Set.of("INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "UPDATE", "INFO");
    private static final Set<String> KNOWN =
            Set.of("REGISTER", "PRACK", "SUBSCRIBE", "NOTIFY", "PUBLISH", "MESSAGE", "REFER");
    private static final List<String> SUPPORTED = List.of("timer");

    private Screening() {}

    /** The answer to a request that cannot be taken; empty when it can. Never for ACK and CANCEL, which take none. */
    public static Optional<SipResponse> refuse(SipRequest request, String toTag, Duration minimumSession) {
        if (request.is("ACK") || request.is("CANCEL")) {
            return Optional.empty();
        }
        if (!ALLOWED.contains(request.method())) {
            int status = KNOWN.contains(request.method()) ? 405 : 501;
            return answer(request, status, toTag, Headers.NONE.with("Allow", Replies.ALLOW));
        }
        if (request.headers().first("Max-Forwards").map("0"::equals).orElse(false) && !request.is("OPTIONS")) {
            return answer(request, 483, toTag, Headers.NONE);
        }
        List<String> foreign = request.headers().tokens("Require").stream()
                .filter(option -> !SUPPORTED.contains(option))
                .toList();
        if (!foreign.isEmpty()) {
            return answer(request, 420, toTag, Headers.NONE.with("Unsupported", String.join(", ", foreign)));
        }
        boolean session = request.is("INVITE") || request.is("UPDATE");
        if (session && hasForeignBody(request)) {
            return answer(request, 415, toTag, Headers.NONE.with("Accept", Sdp.CONTENT_TYPE));
        }
        if (session && !takesSdp(request.headers())) {
            return answer(request, 406, toTag, Headers.NONE.with("Accept", Sdp.CONTENT_TYPE));
        }
        // Whoever has no timer cannot do anything about a 422 (RFC 4028 §6, §8.1).
        boolean tooShort = session
                && request.headers().tokens("Supported").contains("timer")
                && SessionTimer.wanted(request.headers())
                        .map(asked -> asked.compareTo(minimumSession) < 0)
                        .orElse(false);
        return tooShort
                ? answer(request, 422, toTag, Headers.NONE.with("Min-SE", String.valueOf(minimumSession.toSeconds())))
                : Optional.empty();
    }

    /** A body that must be understood and is not (RFC 3261 §8.2.3, §20.11). */
    private static boolean hasForeignBody(SipRequest request) {
        boolean optional = request.headers()
                .first("Content-Disposition")
                .flatMap(value -> Grammar.header("Content-Disposition", value, ContentDispositionHeader.class))
                .map(header -> "optional".equalsIgnoreCase(header.getHandling()))
                .orElse(false);
        boolean encoded = request.headers()
                .first("Content-Encoding")
                .map(encoding -> !encoding.equalsIgnoreCase("identity"))
                .orElse(false);
        return !request.body().isBlank()
                && !optional
                && (encoded
                        || !request.headers()
                                .contentType()
                                .map(Sdp.CONTENT_TYPE::equals)
                                .orElse(false));
    }

    /** Whether an answer of ours can be one of those that are asked for (RFC 3261 §20.1); all may, where none is. */
    private static boolean takesSdp(Headers headers) {
        List<AcceptHeader> accepted = headers.values("Accept")
                .flatMap(value -> Grammar.headers("Accept", value))
                .filter(AcceptHeader.class::isInstance)
                .map(AcceptHeader.class::cast)
                .toList();
        return accepted.isEmpty()
                || accepted.stream()
                        .anyMatch(range -> matches(range.getContentType(), "application")
                                && matches(range.getContentSubType(), "sdp"));
    }

    private static boolean matches(@Nullable String range, String name) {
        return range == null || range.equals("*") || range.equalsIgnoreCase(name);
    }

    private static Optional<SipResponse> answer(SipRequest request, int status, String toTag, Headers more) {
        return Optional.of(Replies.to(request, status, toTag, more));
    }
}
