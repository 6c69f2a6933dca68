package dev.parley.contracts;

/** Checks of message components, whose absence the error names. */
public final class Required {
    private Required() {}

    /**
     * Passes the value on.
     *
     * @throws IllegalArgumentException naming the field, when it is missing
     */
    @SuppressWarnings("ConstantValue") // JSON can bring a null where the type says there is none.
    public static <T> T field(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("Expected the field '" + name + "'");
        }
        return value;
    }
}
