package dev.parley.systemtests.tracing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One trace, as people read it. */
public record TraceTree(List<OtlpSpan> spans) {
    /** All that belongs to it, in the order in which it began. */
    public static TraceTree of(String trace, List<OtlpSpan> all) {
        return new TraceTree(all.stream()
                .filter(span -> span.trace().equals(trace))
                .sorted(Comparator.comparingLong(OtlpSpan::startNanos))
                .toList());
    }

    public Set<String> services() {
        return spans.stream().map(OtlpSpan::service).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> names() {
        return spans.stream().map(OtlpSpan::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One line for each span: when it began after the first, how long it took, whose it is, what. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Set<String> known = spans.stream().map(OtlpSpan::id).collect(Collectors.toSet());
        spans.stream().filter(span -> !known.contains(span.parent())).forEach(root -> append(text, root, 0));
        return text.toString();
    }

    private void append(StringBuilder text, OtlpSpan span, int depth) {
        text.append(String.format(
                Locale.ROOT,
                "%8.1f ms %7.1f ms  %-22s %s%s%n",
                (span.startNanos() - spans.getFirst().startNanos()) / 1e6,
                (span.endNanos() - span.startNanos()) / 1e6,
                span.service(),
                "  ".repeat(depth),
                span.name()));
        spans.stream()
                .filter(child -> child.parent().equals(span.id()))
                .forEach(child -> append(text, child, depth + 1));
    }
}
