package dev.parley.systemtests.torture;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.wire.WireTenant;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of RFC 4475 made to reach somebody here. Changed are the host names of the request line, From and To, the user
 * parts of the request line and From (To in REGISTER) unless they are what the message is about, the beginning of Call-ID,
 * and the addresses in the SDP, by others of the same length. All other bytes stay.
 */
final class Adaptation {
    private static final Pattern HOST = Pattern.compile("(?:[\\w-]+\\.)*(?:example\\.(?:com|net|org)|company\\.com)");
    private static final Pattern USER = Pattern.compile("(?<=sip:)[^@>\\s]*(?=@)");
    private static final Pattern FROM_TO = Pattern.compile("(?im)^(?:From|To|f|t)[ \\t]*:(?:[^\\r\\n]|\\r\\n[ \\t])*");
    private static final Pattern CALL_ID = Pattern.compile("(?im)^((?:Call-ID|i)[ \\t]*:[ \\t]*)");
    private static final String HEAD_END = "\r\n\r\n";

    private Adaptation() {}

    /** @param call tells calls apart that would otherwise be one: it is put before the Call-ID */
    static byte[] toPhone(TortureMessage message, Account caller, String call) {
        return called(call, adapted(message, caller.domain(), WireTenant.ROOM, caller.user()));
    }

    /** @param call tells calls apart that would otherwise be one: it is put before the Call-ID */
    static byte[] toTrunk(TortureMessage message, String call) {
        return called(call, adapted(message, "127.0.0.1:5060", WireTenant.NUMBER, "+49891234567"));
    }

    private static byte[] called(String call, String message) {
        int head = message.indexOf(HEAD_END);
        return (CALL_ID.matcher(message.substring(0, head)).replaceAll("$1" + call) + message.substring(head))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String adapted(TortureMessage message, String host, String called, String caller) {
        String text = new String(message.bytes(), StandardCharsets.ISO_8859_1);
        int line = text.indexOf("\r\n");
        int head = text.indexOf(HEAD_END);
        String start = text.substring(0, line);
        boolean register = start.startsWith("REGISTER");
        boolean keeps = message.keeps("user");
        String headers = FROM_TO.matcher(text.substring(line, head)).replaceAll(header -> {
            boolean to = header.group().toLowerCase(Locale.ROOT).startsWith("t");
            boolean whole = !keeps && (!to || register);
            return Matcher.quoteReplacement(replaced(header.group(), host.split(":", 2)[0], whole ? caller : ""));
        });
        String body = text.substring(head).replace("192.0.2.", "127.0.0.");
        return replaced(start, host, keeps ? "" : called) + headers + body;
    }

    private static String replaced(String text, String host, String user) {
        String there = HOST.matcher(text).replaceAll(Matcher.quoteReplacement(host));
        return user.isEmpty() ? there : USER.matcher(there).replaceFirst(Matcher.quoteReplacement(user));
    }
}
