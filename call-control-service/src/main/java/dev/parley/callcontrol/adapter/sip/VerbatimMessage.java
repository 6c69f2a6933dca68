package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;

/** A message that leaves as the bytes it is made of; the stack only carries it. */
final class VerbatimMessage extends SIPMessage {
    private static final long serialVersionUID = 1;
    private final byte[] bytes;

    VerbatimMessage(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public byte[] encodeAsBytes(String transport) {
        return bytes.clone();
    }

    @Override
    public String encode() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public StringBuilder encodeMessage(StringBuilder buffer) {
        return buffer.append(encode());
    }

    @Override
    public String getFirstLine() {
        return encode().lines().findFirst().orElse("");
    }

    @Override
    public void setSIPVersion(String version) {
        // Whatever the bytes say.
    }

    @Override
    public String getSIPVersion() {
        return "SIP/2.0";
    }

    @Override
    public String toString() {
        return encode();
    }
}
