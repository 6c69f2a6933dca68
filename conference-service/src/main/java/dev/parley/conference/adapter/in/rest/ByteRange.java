package dev.parley.conference.adapter.in.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file are asked for (RFC 9110 §14): one range; whoever asks for several gets all of it. */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** None: all of it. A range that the file does not have is refused. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher range = ONE.matcher(header.replace(" ", ""));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            return Optional.of(checked(Math.max(0, size - suffix), size - 1, size));
        }
        long first = Long.parseLong(range.group(1));
        if (range.group(2).isEmpty()) {
            return Optional.of(checked(first, size - 1, size));
        }
        long last = Long.parseLong(range.group(2));
        return last < first ? Optional.empty() : Optional.of(checked(first, Math.min(last, size - 1), size));
    }

    private static ByteRange checked(long first, long last, long size) {
        if (first >= size || last < first) {
            throw new Refused(Problem.of(
                    416, "range_not_satisfiable", "Range not satisfiable", "The file has " + size + " bytes"));
        }
        return new ByteRange(first, last);
    }

    long length() {
        return last - first + 1;
    }

    String content(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
