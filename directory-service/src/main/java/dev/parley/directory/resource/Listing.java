package dev.parley.directory.resource;

import java.util.List;
import java.util.Optional;

/**
 * Which documents of a kind, in which order.
 *
 * @param after those behind this one only
 * @param limit the most at once
 */
public record Listing(
        String tenant, String kind, List<Filter> filters, Sort sort, Optional<Position> after, int limit) {

    /**
     * Those only whose field has the value, or starts with it.
     *
     * @param field at the top of the document
     */
    public record Filter(String field, String value, boolean prefix) {}

    /**
     * Where a page ended.
     *
     * @param updated in microseconds, as the database has it
     */
    public record Position(long updated, String name) {}

    /** In which order. */
    public enum Sort {
        NAME("name", "name"),
        NAME_BACKWARDS("-name", "name desc"),
        UPDATED("updated", "updated, name"),
        UPDATED_BACKWARDS("-updated", "updated desc, name desc");

        private static final String MICROSECONDS = "timestamptz 'epoch' + ? * interval '1 microsecond'";
        private final String parameter;
        private final String order;

        Sort(String parameter, String order) {
            this.parameter = parameter;
            this.order = order;
        }

        /** How the API calls it. */
        public String parameter() {
            return parameter;
        }

        String order() {
            return order;
        }

        void continueAfter(Optional<Position> after, StringBuilder sql, List<Object> arguments) {
            if (after.isEmpty()) {
                return;
            }
            switch (this) {
                case NAME -> sql.append(" and name > ?");
                case NAME_BACKWARDS -> sql.append(" and name < ?");
                case UPDATED -> sql.append(" and (updated, name) > (" + MICROSECONDS + ", ?)");
                case UPDATED_BACKWARDS -> sql.append(" and (updated, name) < (" + MICROSECONDS + ", ?)");
            }
            switch (this) {
                case NAME, NAME_BACKWARDS -> {}
                case UPDATED, UPDATED_BACKWARDS -> arguments.add(after.get().updated());
            }
            arguments.add(after.get().name());
        }
    }
}
