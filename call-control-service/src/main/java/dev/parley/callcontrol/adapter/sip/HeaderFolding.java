package dev.parley.callcontrol.adapter.sip;

/** Header fields over several lines (RFC 3261 §7.3.1). */
final class HeaderFolding {
    private HeaderFolding() {}

    /**
     * The same message with each field on one line: a line that begins with white space belongs to the one before. The
     * body and the length stay the same.
     */
    static byte[] undo(byte[] received) {
        byte[] bytes = received.clone();
        int begin = 0;
        while (begin < bytes.length && bytes[begin] >= 0 && bytes[begin] <= ' ') {
            begin++;
        }
        for (int i = begin + 2; i < bytes.length - 1; i++) {
            boolean carriage = bytes[i - 1] == '\r';
            if (bytes[i] != '\n') {
                continue;
            }
            if (bytes[i - 1] == '\n' || (carriage && bytes[i - 2] == '\n')) {
                break;
            }
            if (bytes[i + 1] == ' ' || bytes[i + 1] == '\t') {
                bytes[i] = ' ';
                bytes[i - 1] = carriage ? (byte) ' ' : bytes[i - 1];
            }
        }
        return bytes;
    }
}
