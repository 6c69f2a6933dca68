package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.parley.directory.rule.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** What a validator finds wrong, in the words of the API. */
final class Constraints {
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private Constraints() {}

    static Violation violation(ConstraintViolation<?> found) {
        StringBuilder pointer = new StringBuilder();
        String field = "the document";
        for (Path.Node node : found.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append(Violation.step(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                field = NAMES.translate(node.getName());
                pointer.append(Violation.step(field));
            }
        }
        return new Violation(pointer.toString(), code(found), "'" + field + "' " + found.getMessage());
    }

    private static String code(ConstraintViolation<?> found) {
        String constraint =
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return switch (constraint) {
            case "NotNull" -> "required";
            case "Size" -> "wrong_size";
            case "Min", "Max" -> "out_of_range";
            case "Pattern" -> "wrong_form";
            default -> "invalid_value";
        };
    }
}
