package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The answer of last resort: a status, and what the request itself holds. Only a broken connection keeps it back. */
final class PlainAnswers {
    private static final Logger LOG = Logger.getLogger(PlainAnswers.class);
    private final SipProvider provider;

    PlainAnswers(SipProvider provider) {
        this.provider = provider;
    }

    /** Answers a request other than ACK; without a transaction where there is none. */
    void answer(Request request, @Nullable ServerTransaction transaction, int status) {
        if (request.getMethod().equals(Request.ACK) || !(request instanceof SIPRequest received)) {
            return;
        }
        try {
            Response response = received.createResponse(status);
            if (response.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() == null) {
                to.setTag(UUID.randomUUID().toString());
            }
            if (transaction == null) {
                provider.sendResponse(response);
            } else {
                transaction.sendResponse(response);
            }
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
            LOG.warnf(e, "plain answer not sent status=%d", status);
        }
    }
}
