package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import gov.nist.javax.sip.Utils;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionState;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jboss.logging.Logger;

/** {@link SipPort} on the stack's transactions. */
public final class JainSipPort implements SipPort, SipListener {
    private static final Logger LOG = Logger.getLogger(JainSipPort.class);

    private final SipProvider provider;
    private final Router router;
    private final String sentBy;
    private final Listener listener;
    private final Invites invites;
    private final PlainAnswers plain;
    private final Map<String, ServerTransaction> open = new ConcurrentHashMap<>();
    private final AtomicLong handles = new AtomicLong();

    /**
     * Binds to a provider; register this as its listener.
     *
     * @param sentBy {@code host:port} for our Via
     */
    JainSipPort(SipProvider provider, String sentBy, Router router, Listener listener, ScheduledExecutorService clock) {
        this.provider = provider;
        this.sentBy = sentBy;
        this.router = router;
        this.listener = listener;
        this.invites = new Invites(provider, clock);
        this.plain = new PlainAnswers(provider);
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        ServerTransaction transaction = null;
        try {
            if (request.getMethod().equals(Request.ACK)) {
                listener.requested(Wire.read("", request));
                return;
            }
            transaction = event.getServerTransaction() == null
                    ? provider.getNewServerTransaction(request)
                    : event.getServerTransaction();
            String handle = String.valueOf(handles.incrementAndGet());
            transaction.setApplicationData(handle);
            open.put(handle, transaction);
            listener.requested(Wire.read(handle, request));
        } catch (TransactionAlreadyExistsException e) {
            LOG.debug("repeated request dropped", e);
        } catch (TransactionUnavailableException | RuntimeException e) {
            // It harms this message alone: nobody waits for an answer that never comes.
            LOG.errorf(e, "request failed method=%s", request.getMethod());
            plain.answer(request, transaction, Response.SERVER_INTERNAL_ERROR);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        SipResponse response = Wire.read(event.getResponse());
        invites.responded(response);
        if (!response.cseq().method().equals(Request.CANCEL)) {
            listener.responded(response);
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        if (!event.isServerTransaction()) {
            failed(event.getClientTransaction().getApplicationData(), 408);
        }
    }

    /** The request gets the response that it will never get from outside. */
    private void failed(Object applicationData, int status) {
        if (applicationData instanceof SipRequest request) {
            SipResponse response = Replies.to(request, status, "", Headers.NONE);
            invites.responded(response);
            listener.responded(response);
        }
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.debugf("sip connection lost transport=%s port=%d", event.getTransport(), event.getPort());
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        if (event.isServerTransaction() && event.getServerTransaction().getApplicationData() instanceof String handle) {
            open.remove(handle);
        }
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // The stack keeps no dialogs for us.
    }

    @Override
    public void reply(SipRequest request, SipResponse response) {
        ServerTransaction transaction = open.get(request.handle());
        try {
            Response wire = Wire.write(response);
            if (transaction == null || TransactionState.TERMINATED.equals(transaction.getState())) {
                // A 2xx that is repeated has no transaction any more; it finds its way by its Via.
                provider.sendResponse(wire);
            } else {
                transaction.sendResponse(wire);
            }
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
            LOG.warnf(e, "response not sent status=%d", response.status());
            if (transaction != null && !response.provisional()) {
                int status = response.success() ? Response.SERVER_INTERNAL_ERROR : response.status();
                plain.answer(transaction.getRequest(), transaction, status);
            }
        }
    }

    @Override
    public void send(SipRequest request) {
        try {
            Request wire = wire(request);
            ClientTransaction transaction = provider.getNewClientTransaction(wire);
            transaction.setApplicationData(request);
            if (request.is(Request.INVITE)) {
                invites.sent(request, transaction);
            }
            transaction.sendRequest();
        } catch (SipException | ParseException | RuntimeException e) {
            LOG.warnf(e, "request not sent method=%s", request.method());
            failed(request, 503);
        }
    }

    @Override
    public void acknowledge(SipRequest ack) {
        try {
            provider.sendRequest(wire(ack));
        } catch (SipException | ParseException | RuntimeException e) {
            LOG.warn("ACK not sent", e);
        }
    }

    @Override
    public void cancel(SipRequest invite) {
        invites.cancel(invite);
    }

    private Request wire(SipRequest request) throws ParseException, SipException {
        Hop hop = router.getNextHop(Wire.write(request, via("UDP")));
        return Wire.write(request, via(hop.getTransport().toUpperCase(java.util.Locale.ROOT)));
    }

    private String via(String transport) {
        return "SIP/2.0/" + transport + " " + sentBy + ";rport;branch="
                + Utils.getInstance().generateBranchId();
    }
}
