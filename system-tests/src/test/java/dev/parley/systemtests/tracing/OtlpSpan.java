package dev.parley.systemtests.tracing;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A span as a collector gets it (opentelemetry/proto/trace/v1/trace.proto). */
public record OtlpSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        long startNanos,
        long endNanos,
        Map<String, String> attributes) {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SERVICE = "service.name";

    /** All spans of an ExportTraceServiceRequest. */
    static List<OtlpSpan> of(byte[] request) {
        return Protobuf.parse(request).messages(1).flatMap(OtlpSpan::ofResource).toList();
    }

    private static Stream<OtlpSpan> ofResource(Protobuf resourceSpans) {
        String service = resourceSpans
                .messages(1)
                .map(resource -> attributes(resource, 1).getOrDefault(SERVICE, ""))
                .findFirst()
                .orElse("");
        return resourceSpans.messages(2).flatMap(scope -> scope.messages(2)).map(span -> of(service, span));
    }

    private static OtlpSpan of(String service, Protobuf span) {
        return new OtlpSpan(
                service,
                HEX.formatHex(span.one(1).bytes()),
                HEX.formatHex(span.one(2).bytes()),
                HEX.formatHex(span.one(4).bytes()),
                span.one(5).text(),
                span.one(7).value(),
                span.one(8).value(),
                attributes(span, 9));
    }

    /** Texts as they are, numbers in words; what is a list stays out. */
    private static Map<String, String> attributes(Protobuf of, int number) {
        Map<String, String> attributes = new TreeMap<>();
        of.messages(number)
                .forEach(pair -> pair.messages(2)
                        .forEach(value -> value.fields().stream()
                                .findFirst()
                                .ifPresent(it -> attributes.put(
                                        pair.one(1).text(),
                                        it.number() == 1 ? it.text() : String.valueOf(it.value())))));
        return attributes;
    }
}
