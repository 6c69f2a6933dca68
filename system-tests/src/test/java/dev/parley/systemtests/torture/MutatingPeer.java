package dev.parley.systemtests.torture;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.HonestMessages;
import dev.parley.systemtests.wire.Wire;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A telephone, or the switch behind a trunk, that answers each INVITE with changed 180, 183 and 200, and at last honestly
 * with 486. Whom it serves is told apart by the user part that is called.
 */
final class MutatingPeer implements Runnable, AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REGISTERED_SECONDS = 1800;
    private static final int[] STATUSES = {180, 183, 183, 180};

    private final Wire wire;
    private final Map<String, Long> seeds = new ConcurrentHashMap<>();
    private final Map<String, SipMessage> invites = new ConcurrentHashMap<>();
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private volatile boolean closed;

    MutatingPeer(Wire wire) {
        this.wire = wire;
    }

    /** Registers; before it runs. */
    MutatingPeer registered(Account account) {
        byte[] bare =
                new HonestMessages(wire).register(account, REGISTERED_SECONDS).bytes();
        SipMessage challenge = new Exchange(wire).ask(bare, PATIENCE, PATIENCE).orElseThrow();
        byte[] whole = Credentials.added(bare, challenge, account);
        Optional<SipMessage> answer = new Exchange(wire).ask(whole, PATIENCE, PATIENCE);
        if (answer.isEmpty() || answer.get().status() != 200) {
            throw new IllegalStateException(account + " could not register: " + answer);
        }
        return this;
    }

    /** What is made of the answers to the next call to that user. */
    void expect(String user, long seed) {
        seeds.put(user, seed);
    }

    /** What was sent to whoever called that user last. */
    String sentTo(String user) {
        return sent.getOrDefault(user, "nothing");
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                wire.receive(TICK).filter(SipMessage::isRequest).ifPresent(this::requested);
            } catch (UncheckedIOException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    private void requested(SipMessage request) {
        switch (request.method()) {
            case "INVITE" -> {
                boolean again = invites.put(request.branch(), request) != null;
                if (!again && SipMessage.parameter(request.require("To"), "tag").isEmpty()) {
                    answer(request);
                } else {
                    wire.send(refusal(request).bytes());
                }
            }
            case "CANCEL" -> {
                wire.send(SipMessage.response(request, 200, "OK").bytes());
                SipMessage invite = invites.get(request.branch());
                if (invite != null) {
                    wire.send(tagged(SipMessage.response(invite, 487, "Request Terminated"))
                            .bytes());
                }
            }
            case "ACK" -> {}
            default -> wire.send(SipMessage.response(request, 200, "OK").bytes());
        }
    }

    private void answer(SipMessage invite) {
        String uri = invite.requestUri();
        String user = uri.substring(uri.indexOf(':') + 1).split("@", 2)[0];
        long seed = seeds.getOrDefault(user, 0L);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < MutationCase.RESPONSES; i++) {
            // The last is a success: whoever takes it gets no honest answer any more.
            byte[] changed = new Mutator(seed + i)
                    .mutate(response(invite, user, i < STATUSES.length ? STATUSES[i] : 200)
                            .bytes());
            all.append(new String(changed, StandardCharsets.ISO_8859_1)).append("\n--\n");
            sent.put(user, all.toString());
            wire.send(changed);
        }
        wire.send(refusal(invite).bytes());
    }

    private SipMessage response(SipMessage invite, String user, int status) {
        HonestMessages honest = new HonestMessages(wire);
        SipMessage response = tagged(SipMessage.response(invite, status, "As it comes"))
                .with("Contact", "<" + honest.contact(user) + ">")
                .with("Allow", "INVITE, ACK, CANCEL, BYE");
        return status == 180 ? response : response.carrying("application/sdp", honest.sdp(1));
    }

    private static SipMessage refusal(SipMessage invite) {
        return tagged(SipMessage.response(invite, 486, "Busy Here"));
    }

    private static SipMessage tagged(SipMessage response) {
        String to = response.require("To");
        return SipMessage.parameter(to, "tag").isPresent() ? response : response.replacing("To", to + ";tag=torture");
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
    }
}
