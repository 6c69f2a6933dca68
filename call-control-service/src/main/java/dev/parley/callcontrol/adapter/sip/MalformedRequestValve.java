package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.MessageChannel;
import java.io.IOException;
import javax.sip.SipStack;
import javax.sip.message.Response;
import org.jboss.logging.Logger;

/**
 * Answers requests that are {@link Malformed}, without a transaction, before the stack looks at them (RFC 3261 §8.2.7).
 * Left to itself the stack closes the connection, and with it takes every other call that goes over it. The stack makes
 * this class by its name.
 */
public final class MalformedRequestValve implements gov.nist.javax.sip.stack.SIPMessageValve {
    private static final Logger LOG = Logger.getLogger(MalformedRequestValve.class);

    @Override
    public boolean processRequest(SIPRequest request, MessageChannel channel) {
        if (!(request.getApplicationData() instanceof Malformed malformed)) {
            return true;
        }
        // Anybody can send them: no more than a line for whoever looks for it.
        LOG.debugf("malformed request status=%d reason=%s", malformed.status(), malformed.reason());
        try {
            if (malformed.answerable()) {
                channel.sendMessage(new VerbatimMessage(malformed.answer()));
            }
            if (!malformed.framed()) {
                // Nobody knows where the next message begins (RFC 3261 §18.3).
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("answer to a malformed request not sent", e);
        }
        return false;
    }

    @Override
    public boolean processResponse(Response response, MessageChannel channel) {
        return true;
    }

    @Override
    public void init(SipStack stack) {}

    @Override
    public void destroy() {}
}
