package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.jboss.logging.Logger;

/** Our INVITEs without a final response, and which of them are to be taken back (RFC 3261 §9.1). Thread-safe. */
final class Invites {
    private static final Logger LOG = Logger.getLogger(Invites.class);
    /** 64*T1: whoever has not answered a CANCEL by then never will. */
    private static final Duration PATIENCE = Duration.ofSeconds(32);

    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final SipProvider provider;
    private final ScheduledExecutorService clock;

    Invites(SipProvider provider, ScheduledExecutorService clock) {
        this.provider = provider;
        this.clock = clock;
    }

    void sent(SipRequest invite, ClientTransaction transaction) {
        pending.put(key(invite.callId(), invite.fromTag(), invite.cseq()), new Pending(transaction));
    }

    void cancel(SipRequest invite) {
        Pending found = pending.get(key(invite.callId(), invite.fromTag(), invite.cseq()));
        if (found != null) {
            found.cancel();
        }
    }

    void responded(SipResponse response) {
        if (!response.cseq().method().equals("INVITE")) {
            return;
        }
        String key = key(response.callId(), response.fromTag(), response.cseq().number());
        Pending found = response.provisional() ? pending.get(key) : pending.remove(key);
        if (found != null && response.provisional()) {
            found.provisional();
        }
    }

    private static String key(String callId, String fromTag, long cseq) {
        return callId + '|' + fromTag + '|' + cseq;
    }

    private final class Pending {
        private final ClientTransaction transaction;
        private boolean cancellable;
        private boolean wanted;

        Pending(ClientTransaction transaction) {
            this.transaction = transaction;
        }

        synchronized void provisional() {
            boolean first = !cancellable;
            cancellable = true;
            if (first && wanted) {
                send();
            }
        }

        synchronized void cancel() {
            boolean first = !wanted;
            wanted = true;
            if (first && cancellable) {
                send();
            }
        }

        private void send() {
            try {
                provider.getNewClientTransaction(transaction.createCancel()).sendRequest();
                var _ = clock.schedule(this::giveUp, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (SipException e) {
                LOG.debug("CANCEL not sent", e);
            }
        }

        private void giveUp() {
            try {
                pending.values().remove(this);
                transaction.terminate();
            } catch (ObjectInUseException e) {
                LOG.debug("INVITE transaction in use", e);
            }
        }
    }
}
