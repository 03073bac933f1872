package io.voicecloner.minimax;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import java.util.Map;

/** Codes that deserve a hint of MiniMax's own: its two sites know nothing of each other's keys (wire-facts 1.1, 6). */
final class MiniMaxCodes {
    /** For whom the region tells the site. */
    static final Map<Long, CodeMeaning> BY_REGION =
            wrongKey("Check the key, and set region to the site it was made at: global is api.minimax.io, china is "
                    + "api.minimaxi.com, and a key works at one of them only.");

    /** For whoever gives an address, with which no region may be given. */
    static final Map<Long, CodeMeaning> BY_ADDRESS = wrongKey(
            "Check the key, and that base-url leads to the region it was made in: a key of api.minimax.io does not "
                    + "work at api.minimaxi.com, nor the other way round.");

    private MiniMaxCodes() {}

    private static Map<Long, CodeMeaning> wrongKey(String hint) {
        CodeMeaning meaning = CodeMeaning.rejected(Category.ACCESS, Reason.REGION, "the API key was refused", hint);
        return Map.of(1004L, meaning, 2049L, meaning);
    }
}
