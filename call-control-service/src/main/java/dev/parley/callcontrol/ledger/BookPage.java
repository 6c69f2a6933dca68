package dev.parley.callcontrol.ledger;

import java.util.List;

/**
 * The open records of one call, as they are kept for the next process.
 *
 * @param instance whose call it is
 */
public record BookPage(int instance, String call, List<Draft> drafts) {
    public BookPage {
        drafts = List.copyOf(drafts);
    }
}
