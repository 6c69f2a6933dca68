package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.ledger.Draft;
import java.util.List;
import java.util.Map;

/** Where calls are kept that shall outlive the process. Thread-safe; one call's are never kept at the same time. */
public interface StoredCalls {
    /** What the process before this one left. Waits until all of it is known. */
    List<Remembered> left();

    /** Keeps the call as it is now. Does not wait. */
    void keep(Call call);

    /** The records that the process before this one has begun, by call. Waits until all of them are known. */
    Map<String, List<Draft>> pages();

    /** Keeps the call's open records as they are now. Does not wait. */
    void keep(String callId, List<Draft> drafts);

    /** None of the call's records is open any more. Does not wait. */
    void dropPage(String callId);

    /** The call is over. Does not wait. */
    void drop(String callId);
}
