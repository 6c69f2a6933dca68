package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Between the stack's messages and ours. */
final class Wire {
    private static final Set<String> NEVER_COPIED = Set.of("content-length");
    private static final MessageFactoryImpl MESSAGES = new MessageFactoryImpl();

    private Wire() {}

    static SipRequest read(String handle, Request request) {
        SessionBody body = SessionBody.of((SIPMessage) request);
        return new SipRequest(
                handle,
                request.getMethod(),
                request.getRequestURI().toString(),
                body.describing(headers(request)),
                body.text());
    }

    static SipResponse read(Response response) {
        SessionBody body = SessionBody.of((SIPMessage) response);
        return new SipResponse(
                response.getStatusCode(), response.getReasonPhrase(), body.describing(headers(response)), body.text());
    }

    private static Headers headers(Message message) {
        List<Headers.Header> fields = new ArrayList<>();
        for (Iterator<?> names = message.getHeaderNames(); names.hasNext(); ) {
            String name = String.valueOf(names.next());
            if (NEVER_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            for (Iterator<?> values = message.getHeaders(name); values.hasNext(); ) {
                String field = String.valueOf(values.next());
                fields.add(new Headers.Header(
                        name, field.substring(field.indexOf(':') + 1).strip()));
            }
        }
        return new Headers(fields);
    }

    /**
     * The stack's form of a request.
     *
     * @param via the top Via value
     * @throws ParseException when one of its values is no SIP
     */
    static Request write(SipRequest request, String via) throws ParseException {
        return MESSAGES.createRequest(text(
                request.method() + " " + request.uri() + " SIP/2.0",
                new Headers(List.of(new Headers.Header("Via", via))).withAll(request.headers()),
                request.body()));
    }

    /**
     * The stack's form of a response.
     *
     * @throws ParseException when one of its values is no SIP
     */
    static Response write(SipResponse response) throws ParseException {
        return MESSAGES.createResponse(
                text("SIP/2.0 " + response.status() + " " + response.reason(), response.headers(), response.body()));
    }

    private static String text(String firstLine, Headers headers, String body) {
        StringBuilder text = new StringBuilder(oneLine(firstLine)).append("\r\n");
        for (Headers.Header field : headers.fields()) {
            text.append(field.name())
                    .append(": ")
                    .append(oneLine(field.value()))
                    .append("\r\n");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return text.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    /** No value from outside may begin a line of its own. */
    private static String oneLine(String value) {
        return value.replace('\r', ' ').replace('\n', ' ');
    }
}
