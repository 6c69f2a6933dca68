package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/** Gives the stack a fresh {@link ReceivedMessageParser} for each message. The stack makes this class by its name. */
public final class ReceivedMessageParserFactory implements MessageParserFactory {
    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        return (bytes, datagram, strict, listener) -> new ReceivedMessageParser(datagram).read(bytes);
    }
}
