package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.header.AddressParametersHeader;
import gov.nist.javax.sip.header.ContactList;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.ParserFactory;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message with the stack's parsers, and goes on where those give up: whatever is wrong with a request is noted as
 * {@link Malformed} beside a stand-in that the stack can carry to {@link MalformedRequestValve}. A header field that nobody
 * here acts upon may be as it likes.
 */
final class ReceivedMessageParser extends StringMsgParser {
    /** Malformed, they make the request a bad one. */
    private static final Set<String> ACTED_UPON = Set.of(
            "via",
            "from",
            "to",
            "call-id",
            "cseq",
            "max-forwards",
            "contact",
            "record-route",
            "content-length",
            "content-type",
            "session-expires",
            "min-se",
            "require");
    /** A message has at most one of each (RFC 3261 §7.3.1). */
    private static final Set<String> SINGLE = Set.of(
            "from",
            "to",
            "call-id",
            "cseq",
            "max-forwards",
            "content-length",
            "content-type",
            "session-expires",
            "min-se");

    private static final int BAD_REQUEST = 400;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final int NO_STATUS = 799;
    /** What the stack is given in place of a request that it cannot take. */
    private static final String STAND_IN = """
            OPTIONS sip:stand-in@parley.invalid SIP/2.0
            Via: SIP/2.0/UDP parley.invalid;branch=z9hG4bKmalformed
            From: <sip:stand-in@parley.invalid>;tag=malformed
            To: <sip:stand-in@parley.invalid>
            Call-ID: malformed
            CSeq: 1 OPTIONS
            Max-Forwards: 1

            """;

    private final boolean datagram;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String method = "";
    private Optional<String> fault = Optional.empty();
    private int status = BAD_REQUEST;
    private boolean framed = true;

    /** @param datagram whether the bytes will be all of the message; from a stream they are its head alone */
    ReceivedMessageParser(boolean datagram) {
        this.datagram = datagram;
    }

    /**
     * Reads a message; once.
     *
     * @return nothing for a keep-alive
     * @throws ParseException when it cannot be told what it is, or it is a response that was cut off
     */
    @Nullable
    SIPMessage read(byte[] received) throws ParseException {
        byte[] bytes = HeaderFolding.undo(received);
        SIPMessage message = parseSIPMessage(bytes, false, false, null);
        if (message == null) {
            return null;
        }
        if (datagram) {
            takeBody(message, bytes);
        }
        return message instanceof SIPRequest request ? checked(request) : message;
    }

    @Override
    protected SIPMessage processFirstLine(String line, @Nullable ParseExceptionListener unused, byte[] bytes)
            throws ParseException {
        if (line.toUpperCase(Locale.ROOT).startsWith("SIP/")) {
            return response(line, bytes);
        }
        method = line.split(" ", 2)[0];
        if (!method.equals(method.toUpperCase(Locale.ROOT))) {
            // Methods have their case (RFC 3261 §7.1); the stack takes no notice of it, and then cannot answer.
            bad(NOT_IMPLEMENTED, "method");
        }
        if (!line.endsWith(" SIP/2.0")) {
            bad(line.matches("\\S+ \\S+ SIP/[0-9]+\\.[0-9]+") ? VERSION_NOT_SUPPORTED : BAD_REQUEST, "request line");
        }
        try {
            return super.processFirstLine(line, null, bytes);
        } catch (ParseException | RuntimeException e) {
            bad(BAD_REQUEST, "request line");
            SIPRequest bare = new SIPRequest();
            bare.setRequestLine(standIn().getRequestLine());
            return bare;
        }
    }

    private SIPMessage response(String line, byte[] bytes) {
        try {
            return super.processFirstLine(line, null, bytes);
        } catch (ParseException | RuntimeException e) {
            // The stack drops what has no known status; nobody answers a response.
            SIPResponse response = new SIPResponse();
            response.setStatusLine(new StatusLine());
            response.getStatusLine().setStatusCode(NO_STATUS);
            return response;
        }
    }

    @Override
    protected void processHeader(
            String line, SIPMessage message, @Nullable ParseExceptionListener unused, byte[] bytes) {
        lines.add(line);
        String name = HeaderNames.of(line);
        try {
            SIPHeader header = ParserFactory.createParser(line + "\n").parse();
            if (SINGLE.contains(name) && !seen.add(name)) {
                bad(BAD_REQUEST, "repeated " + name);
            }
            keepEscapedBlank(header);
            message.attachHeader(header, false);
        } catch (ParseException | RuntimeException e) {
            if (name.isEmpty() || ACTED_UPON.contains(name)) {
                bad(BAD_REQUEST, name.isEmpty() ? "header line" : name);
                framed = framed && !name.equals("content-length");
            }
        }
    }

    /** The stack trims display names, and with the blank of a quoted pair takes the end of the quoted string. */
    private static void keepEscapedBlank(SIPHeader header) {
        if (header instanceof AddressParametersHeader with && with.getAddress() instanceof AddressImpl address) {
            String name = address.getDisplayName();
            if (name != null && name.replace("\\\\", "").endsWith("\\")) {
                address.setDisplayName(name + " ");
            }
        }
    }

    private void bad(int answer, String what) {
        if (fault.isEmpty()) {
            status = answer;
            fault = Optional.of(what);
        }
    }

    /** What is behind the counted bytes of a datagram is discarded; a request that was cut off is a bad one (§18.3). */
    private void takeBody(SIPMessage message, byte[] bytes) throws ParseException {
        int rest = Math.max(bytes.length - message.getSize(), 0);
        int counted = message.getContentLength() == null
                ? rest
                : message.getContentLength().getContentLength();
        if (counted > rest) {
            bad(BAD_REQUEST, "cut off");
            if (message instanceof SIPResponse) {
                throw new ParseException("Cut off", bytes.length);
            }
        } else if (counted > 0) {
            message.setMessageContent(Arrays.copyOfRange(bytes, message.getSize(), message.getSize() + counted));
        }
    }

    private SIPMessage checked(SIPRequest request) throws ParseException {
        try {
            if (request.getMaxForwards() == null) {
                // RFC 2543 does not know it.
                request.setMaxForwards(new gov.nist.javax.sip.header.MaxForwards(70));
            }
            request.checkHeaders();
        } catch (ParseException | InvalidArgumentException | RuntimeException e) {
            bad(BAD_REQUEST, "mandatory header missing, or of another method");
        }
        if (fault.isEmpty() && !reachable(request)) {
            bad(BAD_REQUEST, "contact");
        }
        return fault.isEmpty() ? request : refused(request);
    }

    /** A request that makes or moves a dialog must say where the party can be reached from now on (§8.1.1.8, §12.1.1). */
    private static boolean reachable(SIPRequest request) {
        boolean update = request.getMethod().equals("UPDATE");
        if (!update && !request.getMethod().equals("INVITE")) {
            return true;
        }
        ContactList contacts = request.getContactHeaders();
        if (contacts == null || contacts.isEmpty()) {
            return request.getToTag() != null;
        }
        return contacts.size() == 1
                && contacts.getFirst() instanceof ContactHeader contact
                && !contact.isWildCard()
                && contact.getAddress().getURI() instanceof SipURI;
    }

    private SIPMessage refused(SIPRequest request) throws ParseException {
        SIPRequest standIn = standIn();
        if (request.getTopmostVia() != null) {
            standIn.setVia(List.of(request.getTopmostVia()));
        }
        if (request.getContentLength() != null) {
            standIn.setContentLength(request.getContentLength());
        }
        String reason = SIPResponse.getReasonPhrase(status) + " (" + fault.get() + ")";
        standIn.setApplicationData(new Malformed(method, status, reason, lines, framed));
        return standIn;
    }

    /** The stack answers by the transport that the Via names. */
    private SIPRequest standIn() throws ParseException {
        byte[] text = STAND_IN.replace("UDP", datagram ? "UDP" : "TCP")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return (SIPRequest) new StringMsgParser().parseSIPMessage(text, false, false, null);
    }
}
