package dev.parley.directory.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Completes what is said of documents by what is only shown. */
final class Schemas {
    private static final Map<String, String> TYPES = new TreeMap<>(
            Map.of("PhoneExtension", "phone", "ConferenceExtension", "conference", "IvrExtension", "ivr"));

    private Schemas() {}

    static void complete(Map<String, Schema> schemas) {
        Described.all().stream()
                .map(Described::schema)
                .filter(name -> !name.equals("Extension"))
                .forEach(name -> shown(the(name, schemas)));
        TYPES.forEach((name, type) -> {
            Schema schema = the(name, schemas);
            shown(schema);
            schema.addProperty(
                    "type",
                    OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .constValue(type)
                            .description("What it is. Cannot change."));
            schema.addRequired("type");
        });
        for (String part : List.of("Menu", "Forwarding", "Callback")) {
            the(part, schemas)
                    .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
        the("Extension", schemas).setType(null);
        the("Extension", schemas).setProperties(null);
    }

    private static Schema the(String name, Map<String, Schema> schemas) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static void shown(Schema schema) {
        Map<String, Schema> written = new TreeMap<>(schema.getProperties());
        written.forEach((name, property) -> {
            if (Boolean.TRUE.equals(property.getWriteOnly())) {
                schema.addProperty(
                        "has_" + name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .readOnly(true)
                                .description("Whether there is a " + name + "."));
            }
        });
        schema.addProperty("created", moment("When it was made."));
        schema.addProperty("updated", moment("When it last changed."));
        schema.additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static Schema moment(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .format("date-time")
                .readOnly(true)
                .description(description);
    }
}
