package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parley.directory.rule.Violation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader stumbled over, in the words of the API: no Java type is named. */
final class WrongTypes {
    private WrongTypes() {}

    static Violation violation(JsonMappingException e) {
        String pointer = e.getPath().stream().map(WrongTypes::step).collect(Collectors.joining());
        if (e instanceof InvalidTypeIdException) {
            return new Violation(
                    pointer + "/type", "invalid_value", "Expected 'type' to be one of phone, conference, ivr");
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted != null && wanted.isEnum()) {
            return new Violation(pointer, "invalid_value", "Expected one of " + names(wanted));
        }
        return new Violation(pointer, "invalid_type", "Expected " + words(wanted));
    }

    private static String step(JsonMappingException.Reference at) {
        return at.getFieldName() == null ? "/" + at.getIndex() : Violation.step(at.getFieldName());
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String words(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "a value of another type";
        }
        if (wanted == Integer.class || wanted == int.class) {
            return "a whole number of at most 32 bits";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "true or false";
        }
        if (wanted == String.class) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(wanted) || wanted.isRecord() || wanted.isInterface()
                ? "an object"
                : "a value of another type";
    }
}
