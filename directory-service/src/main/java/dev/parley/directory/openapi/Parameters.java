package dev.parley.directory.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What operations are told beside the body. */
final class Parameters {
    private static final Pattern NAMES = Pattern.compile("\\{([a-z]+)}");

    private Parameters() {}

    static void page(Operation operation) {
        Schema limit = OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(200))
                .defaultValue(50);
        add(operation, query("limit", "The most that the page is to have.", limit));
        add(operation, query("cursor", "Where the page before ended, as its Link header has it.", text()));
    }

    static void sort(Operation operation) {
        Schema sort = text().defaultValue("name");
        for (String order : List.of("name", "-name", "updated", "-updated")) {
            sort.addEnumeration(order);
        }
        add(operation, query("sort", "In which order; '-': backwards.", sort));
    }

    static void filter(Operation operation, String field) {
        add(operation, query(field, "Only those with this " + field + ".", text()));
        add(operation, query(field + "~", "Only those whose " + field + " begins so.", text()));
    }

    static void dryRun(Operation operation) {
        flag(operation, "dry_run", "Checks everything and changes nothing; answers as if it had.");
    }

    static void flag(Operation operation, String name, String words) {
        add(
                operation,
                query(
                        name,
                        words,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .defaultValue(false)));
    }

    static void header(Operation operation, String name, String words) {
        add(
                operation,
                OASFactory.createParameter()
                        .in(Parameter.In.HEADER)
                        .name(name)
                        .description(words)
                        .schema(text()));
    }

    /** Says what is in the path; what a resource inherits from another class is not found by itself. */
    static void describePath(String path, Operation operation, Optional<Described> kind) {
        List<Parameter> known = operation.getParameters() == null ? List.of() : operation.getParameters();
        NAMES.matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(name -> known.stream().noneMatch(parameter -> name.equals(parameter.getName())))
                .forEach(name -> add(
                        operation,
                        OASFactory.createParameter()
                                .in(Parameter.In.PATH)
                                .name(name)
                                .required(true)
                                .schema(text())));
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
                parameter.setDescription(
                        switch (parameter.getName()) {
                            case "tenant" -> "The tenant's short name.";
                            case "address" -> "A tenant and one of its extensions: demo*910.";
                            default ->
                                "The name of " + kind.map(Described::noun).orElse("it") + ".";
                        });
            }
        }
    }

    private static void add(Operation operation, Parameter parameter) {
        List<Parameter> parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        parameters.add(parameter);
        operation.setParameters(parameters);
    }

    private static Parameter query(String name, String words, Schema schema) {
        return OASFactory.createParameter()
                .in(Parameter.In.QUERY)
                .name(name)
                .description(words)
                .schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
