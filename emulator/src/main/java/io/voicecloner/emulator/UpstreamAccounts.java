package io.voicecloner.emulator;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Two accounts that a gateway uses in turn; each knows only the files that reached it. Thread-safe. */
final class UpstreamAccounts {
    private static final int COUNT = 2;

    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Long, Integer> holders = new ConcurrentHashMap<>();

    private int next() {
        return Math.floorMod(turn.getAndIncrement(), COUNT);
    }

    /** The file lies with the account whose turn it is. */
    void keep(long fileId) {
        holders.put(fileId, next());
    }

    /** Lets the clone request pass if the account whose turn it is knows its files. */
    void checkFiles(Route route, Exchange exchange) throws IOException {
        int account = next();
        try {
            JsonFields body = exchange.json();
            checkFile(account, body, "file_id");
            JsonFields prompt = body.optionalObject("clone_prompt");
            if (prompt != null) {
                checkFile(account, prompt, "prompt_audio");
            }
        } catch (MiniMaxRefusal e) {
            route.ignore(exchange);
            throw e;
        } catch (BadRequest e) {
            // The route will find it too.
        }
    }

    private void checkFile(int account, JsonFields body, String field) {
        @Nullable Integer holder = holders.get(body.int64(field));
        if (holder != null && holder != account) {
            throw MiniMaxRefusal.unknownFile(field);
        }
    }
}
