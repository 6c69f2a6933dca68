package dev.parley.systemtests.wire;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.Digest;
import dev.parley.systemtests.sip.SipMessage;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The answer to a challenge, put into a request that may be of any form. */
public final class Credentials {
    private static final Pattern CSEQ = Pattern.compile("(?im)^(CSeq[ \\t]*:[ \\t]*)(\\d+)");
    private static final Pattern BRANCH = Pattern.compile("(branch\\s*=\\s*)([^;,\\s]+)");

    private Credentials() {}

    /** The same once more with credentials, as a phone does after a challenge (RFC 3261 §22.2): next number, new branch. */
    public static byte[] added(byte[] request, SipMessage challenge, Account account) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int line = text.indexOf("\r\n");
        String start = text.substring(0, line);
        String method = start.substring(0, start.indexOf(' '));
        String uri = start.substring(start.indexOf(' '), start.lastIndexOf(' ')).strip();
        boolean byProxy = challenge.status() == 407;
        String credentials = (byProxy ? "Proxy-Authorization: " : "Authorization: ")
                + Digest.answer(
                        challenge.require(byProxy ? "Proxy-Authenticate" : "WWW-Authenticate"),
                        method,
                        uri,
                        account.user(),
                        account.password(),
                        "0a4f113b");
        String rest = CSEQ.matcher(text.substring(line)).replaceFirst(cseq -> cseq.group(1) + next(cseq.group(2)));
        rest = BRANCH.matcher(rest).replaceFirst("$1$2x");
        return (start + "\r\n" + credentials + rest).getBytes(StandardCharsets.ISO_8859_1);
    }

    // Leading zeros may be what the message is about.
    private static String next(String number) {
        String later = new BigInteger(number).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, number.length() - later.length())) + later;
    }
}
