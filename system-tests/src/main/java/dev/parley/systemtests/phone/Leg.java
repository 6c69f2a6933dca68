package dev.parley.systemtests.phone;

import dev.parley.systemtests.phone.Progress.Kind;
import dev.parley.systemtests.rtp.RtpSession;
import dev.parley.systemtests.rtp.Sdp;
import dev.parley.systemtests.sip.Dialog;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.sip.UserAgent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The signalling of one call, whoever began it. To be used on its loop only. */
final class Leg implements UserAgent.InDialog {
    private static final String SDP = "application/sdp";

    private final UserAgent agent;
    private final Dialog dialog;
    private final RtpSession rtp;
    private final Progress progress;
    private final Map<Long, String> acknowledgements = new HashMap<>();
    private final SipMessage first;
    private SipMessage invite;
    private Sdp.Direction direction = Sdp.Direction.SENDRECV;
    private boolean cancelled;
    private boolean mediaAgreed;

    Leg(UserAgent agent, Dialog dialog, SipMessage invite, RtpSession rtp, Progress progress) {
        this.agent = agent;
        this.dialog = dialog;
        this.first = invite;
        this.invite = invite;
        this.rtp = rtp;
        this.progress = progress;
        agent.join(dialog, this);
    }

    /** The INVITE that began the call, whoever sent it. */
    SipMessage first() {
        return first;
    }

    // ---- a call that we begin

    void call(boolean offering) {
        progress.happened(Kind.INVITED, 0);
        SipMessage request =
                offering ? invite.carrying(SDP, rtp.offer(direction).text()) : invite;
        agent.send(dialog, request, this::answered, this::sent);
    }

    private void sent(SipMessage request) {
        // The second one is the answer to a challenge.
        if (!invite.branch().isEmpty()) {
            progress.happened(Kind.CHALLENGED, 0);
        }
        invite = request;
    }

    private void answered(SipMessage response) {
        int status = response.status();
        if (status < 200) {
            if (!response.body().isEmpty()) {
                agree(response);
                progress.happened(Kind.EARLY_MEDIA, status);
            } else if (status > 100) {
                progress.happened(Kind.RINGING, status);
            }
        } else if (status < 300) {
            agent.learn(dialog, response);
            acknowledge(response, invite.body().isEmpty());
            progress.happened(Kind.ANSWERED, status);
            if (cancelled) {
                hangUp();
            }
        } else {
            over(Kind.REFUSED, status);
        }
    }

    void cancel() {
        cancelled = true;
        agent.cancel(invite);
    }

    // ---- a call that somebody begins with us

    void ring() {
        agent.respond(dialog, invite, 180, "Ringing", "");
    }

    void playEarly() {
        agent.respond(dialog, invite, 183, "Session Progress", ourTurn(invite));
    }

    void accept() {
        agent.respond(dialog, invite, 200, "OK", ourTurn(invite));
        progress.happened(Kind.ANSWERED, 200);
    }

    void refuse(int status) {
        agent.respond(dialog, invite, status, "Refused", "");
        over(Kind.REFUSED, status);
    }

    // Once answered, the answer stays the same until the next offer.
    private String ourTurn(SipMessage request) {
        return request.body().isEmpty()
                ? rtp.offer(direction).text()
                : rtp.answer(Sdp.parse(request.body())).text();
    }

    // ---- within the call

    CompletableFuture<Integer> renegotiate(Sdp.Direction wanted) {
        direction = wanted;
        return reinvite(rtp.offer(wanted).text());
    }

    /** Asks for the other side's offer. */
    CompletableFuture<Integer> renegotiateWithoutOffer() {
        return reinvite("");
    }

    private CompletableFuture<Integer> reinvite(String offer) {
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        SipMessage bare = dialog.request("INVITE");
        agent.send(
                dialog,
                offer.isEmpty() ? bare : bare.carrying(SDP, offer),
                response -> {
                    if (response.status() / 100 == 2) {
                        acknowledge(response, offer.isEmpty());
                    }
                    if (response.status() >= 200) {
                        outcome.complete(response.status());
                    }
                },
                sent -> {});
        return outcome;
    }

    CompletableFuture<Integer> inform(String contentType, String body) {
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        agent.send(
                dialog,
                dialog.request("INFO").carrying(contentType, body),
                response -> {
                    if (response.status() >= 200) {
                        outcome.complete(response.status());
                    }
                },
                sent -> {});
        return outcome;
    }

    void hangUp() {
        agent.send(
                dialog,
                dialog.request("BYE"),
                response -> {
                    if (response.status() >= 200) {
                        over(Kind.HUNG_UP_BY_US, response.status());
                    }
                },
                sent -> {});
        rtp.fallSilent();
    }

    /** The other side hears nothing of this phone any more, neither SIP nor RTP. */
    void vanish() {
        agent.forget(dialog);
        rtp.close();
    }

    private void acknowledge(SipMessage success, boolean theyOffered) {
        String sdp = "";
        if (theyOffered) {
            sdp = rtp.answer(Sdp.parse(success.body())).text();
        } else if (!success.body().isEmpty()) {
            agree(success);
        } else if (!mediaAgreed) {
            throw new IllegalStateException("A success without an SDP: " + success);
        }
        acknowledgements.put(success.cseq(), sdp);
        agent.acknowledge(dialog, success, sdp);
    }

    private void agree(SipMessage answer) {
        mediaAgreed = true;
        rtp.agree(Sdp.parse(answer.body()), direction);
    }

    @Override
    public void repeated(SipMessage response) {
        if (response.method().equals("INVITE") && response.status() / 100 == 2) {
            String sdp = acknowledgements.get(response.cseq());
            if (sdp != null) {
                agent.acknowledge(dialog, response, sdp);
            }
        }
    }

    @Override
    public void requested(SipMessage request) {
        switch (request.method()) {
            case "ACK" -> {
                if (!request.body().isEmpty()) {
                    agree(request);
                }
                progress.happened(Kind.CONFIRMED, 0);
            }
            case "BYE" -> {
                agent.respond(dialog, request, 200, "OK", "");
                over(Kind.HUNG_UP_BY_THEM, 0);
            }
            case "CANCEL" -> {
                if (!progress.isAnswered()) {
                    agent.respond(dialog, invite, 487, "Request Terminated", "");
                    over(Kind.REFUSED, 487);
                }
            }
            case "INVITE" -> {
                dialog.follow(request);
                agent.respond(dialog, request, 200, "OK", ourTurn(request));
            }
            case "UPDATE" -> {
                dialog.follow(request);
                agent.respond(dialog, request, 200, "OK", request.body().isEmpty() ? "" : ourTurn(request));
            }
            default -> agent.respond(dialog, request, 200, "OK", "");
        }
    }

    private void over(Kind how, int status) {
        progress.happened(how, status);
        agent.forget(dialog);
        rtp.close();
    }
}
