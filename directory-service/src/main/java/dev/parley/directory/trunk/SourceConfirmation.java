package dev.parley.directory.trunk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Refused;
import dev.parley.directory.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The operator's word that calls from an address are a tenant's. */
@Schema(
        name = "SourceConfirmation",
        description = "The operator's word that calls from an address are a tenant's.",
        requiredProperties = "source_address")
record SourceConfirmation(
        @Schema(description = "The address that the trunk's calls come from.", examples = "192.0.2.10")
        String sourceAddress,

        @Schema(
                description = "The port that they come from; 0 for any.",
                minimum = "0",
                maximum = "65535",
                defaultValue = "0")
        Integer sourcePort) {
    private static final String CONFIRMED = "source_confirmed";
    private static final String ADDRESS = "source_address";
    private static final String PORT = "source_port";

    /** The change of the trunk that takes it back. */
    static ObjectNode withdrawal() {
        return JsonNodeFactory.instance.objectNode().put(CONFIRMED, false);
    }

    /**
     * The change of the trunk that this makes; its values are checked with the trunk.
     *
     * @throws Refused when it does not say what is confirmed
     */
    static ObjectNode patch(ObjectNode body) {
        List<Violation> violations = new ArrayList<>();
        body.fieldNames().forEachRemaining(field -> {
            if (!Set.of(ADDRESS, PORT).contains(field)) {
                violations.add(new Violation(
                        Violation.step(field), "unknown_field", "There is no field '" + field + "' here"));
            }
        });
        if (!body.hasNonNull(ADDRESS)) {
            violations.add(
                    new Violation("/" + ADDRESS, "required", "Expected the '" + ADDRESS + "' that is confirmed"));
        }
        if (!violations.isEmpty()) {
            throw new Refused(Problem.invalid(violations));
        }
        ObjectNode patch = body.deepCopy().put(CONFIRMED, true);
        if (!patch.hasNonNull(PORT)) {
            patch.put(PORT, 0);
        }
        return patch;
    }
}
