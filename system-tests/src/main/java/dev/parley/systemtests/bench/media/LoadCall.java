package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.rtp.Sdp;
import dev.parley.systemtests.sip.Dialog;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.sip.UserAgent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The signalling of one leg, whoever began it. To be used on its agent's loop, but for what can be told about it. */
final class LoadCall implements UserAgent.InDialog {
    private static final String SDP = "application/sdp";

    private final UserAgent agent;
    private final Dialog dialog;
    private final LoadLeg leg;
    private final CompletableFuture<Duration> setup = new CompletableFuture<>();
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private SipMessage invite;
    private volatile boolean up;

    private LoadCall(UserAgent agent, Dialog dialog, SipMessage invite, LoadLeg leg) {
        this.agent = agent;
        this.dialog = dialog;
        this.invite = invite;
        this.leg = leg;
        agent.join(dialog, this);
    }

    /** Calls. */
    static LoadCall to(String target, UserAgent agent, LoadLeg leg) {
        Dialog dialog = agent.towards(target);
        LoadCall call = new LoadCall(agent, dialog, dialog.request("INVITE"), leg);
        call.invite();
        return call;
    }

    /** Is called, and answers at once. */
    static LoadCall answering(UserAgent.IncomingInvite incoming, UserAgent agent, LoadLeg leg) {
        LoadCall call = new LoadCall(agent, incoming.dialog(), incoming.invite(), leg);
        call.answer(incoming.invite());
        return call;
    }

    private void invite() {
        long began = System.nanoTime();
        agent.send(
                dialog,
                invite.carrying(SDP, leg.sdp().text()),
                response -> responded(response, began),
                sent -> invite = sent);
    }

    private void responded(SipMessage response, long began) {
        int status = response.status();
        if (status >= 300) {
            setup.completeExceptionally(new IllegalStateException("refused: " + status));
            end();
        } else if (status >= 200) {
            agent.learn(dialog, response);
            agent.acknowledge(dialog, response, "");
            leg.connect(Sdp.parse(response.body()).rtp());
            up = true;
            setup.complete(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void answer(SipMessage request) {
        leg.connect(Sdp.parse(request.body()).rtp());
        agent.respond(dialog, request, 200, "OK", leg.sdp().text());
        up = true;
        setup.complete(Duration.ZERO);
    }

    @Override
    public void requested(SipMessage request) {
        switch (request.method()) {
            case "ACK" -> {}
            case "BYE" -> {
                agent.respond(dialog, request, 200, "OK", "");
                end();
            }
            case "INVITE", "UPDATE" -> {
                dialog.follow(request);
                if (request.body().isEmpty()) {
                    agent.respond(dialog, request, 200, "OK", "");
                } else {
                    answer(request);
                }
            }
            default -> agent.respond(dialog, request, 200, "OK", "");
        }
    }

    @Override
    public void repeated(SipMessage response) {
        if (response.method().equals("INVITE") && response.status() / 100 == 2) {
            agent.acknowledge(dialog, response, "");
        }
    }

    /** Takes back what is not answered yet. */
    void hangUp() {
        if (up) {
            agent.send(
                    dialog,
                    dialog.request("BYE"),
                    response -> {
                        if (response.status() >= 200) {
                            end();
                        }
                    },
                    sent -> {});
        } else if (!setup.isDone()) {
            agent.cancel(invite);
        }
    }

    private void end() {
        up = false;
        agent.forget(dialog);
        over.complete(true);
    }

    LoadLeg leg() {
        return leg;
    }

    boolean isUp() {
        return up;
    }

    /** From INVITE to 200; nothing for those that are called. Fails when it is refused. */
    CompletableFuture<Duration> setup() {
        return setup;
    }

    CompletableFuture<Boolean> over() {
        return over;
    }
}
