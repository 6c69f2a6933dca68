package dev.parley.telemetry.load;

import java.util.function.DoubleSupplier;

/**
 * Something that a process is limited by.
 *
 * @param name the value of the label {@code limit}, such as {@code legs}
 * @param capacity what one process carries of it
 * @param used how much of it is used now
 */
public record Limit(String name, double capacity, DoubleSupplier used) {
    Use now() {
        return new Use(used.getAsDouble(), capacity);
    }
}
