package dev.parley.callcontrol.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A SIP message as it stood on the wire. */
record SipText(String firstLine, List<String> fields, String body) {
    static SipText parse(String head, String body) {
        String[] lines = head.split("\r\n");
        return new SipText(lines[0], List.of(lines).subList(1, lines.length), body);
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        List<String> found = new ArrayList<>();
        for (String field : fields) {
            if (field.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                found.add(field.substring(name.length() + 1).strip());
            }
        }
        return found;
    }

    boolean isRequest(String method) {
        return firstLine.startsWith(method + " ");
    }

    boolean isResponse(int status, String method) {
        return firstLine.startsWith("SIP/2.0 " + status + " ")
                && header("CSeq").orElse("").endsWith(" " + method);
    }

    String toTag() {
        String to = header("To").orElse("");
        return to.contains(";tag=") ? to.substring(to.indexOf(";tag=") + 5) : "";
    }

    String contactUri() {
        String contact = header("Contact").orElse("<>");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }
}
