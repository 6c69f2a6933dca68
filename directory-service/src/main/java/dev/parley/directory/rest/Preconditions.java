package dev.parley.directory.rest;

import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code If-Match} and {@code If-None-Match} (RFC 9110 §13.1). ETags are revisions. */
final class Preconditions {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");
    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");
    private static final String ANY = "*";

    private Preconditions() {}

    /** What a change is asked to hold to. */
    static Condition of(List<String> ifMatch, List<String> ifNoneMatch) {
        if (ifNoneMatch.stream().anyMatch(value -> value.strip().equals(ANY))) {
            return new Condition.Absent();
        }
        if (ifMatch.isEmpty()) {
            return new Condition.Any();
        }
        if (ifMatch.stream().anyMatch(value -> value.strip().equals(ANY))) {
            return new Condition.Present();
        }
        return new Condition.AtRevision(revisions(ifMatch, false));
    }

    /** Whether the reader has the document already. */
    static boolean isKnown(List<String> ifNoneMatch, Stored stored) {
        return isKnown(ifNoneMatch, stored.revision());
    }

    static boolean isKnown(List<String> ifNoneMatch, long revision) {
        return ifNoneMatch.stream().anyMatch(value -> value.strip().equals(ANY))
                || revisions(ifNoneMatch, true).contains(revision);
    }

    /** Weak ones never match where a change depends on them. */
    private static Set<Long> revisions(List<String> values, boolean weakToo) {
        Set<Long> revisions = new HashSet<>();
        for (String value : values) {
            Matcher tag = TAG.matcher(value);
            while (tag.find()) {
                if ((weakToo || tag.group(1) == null)
                        && REVISION.matcher(tag.group(2)).matches()) {
                    revisions.add(Long.valueOf(tag.group(2)));
                }
            }
        }
        return revisions;
    }
}
