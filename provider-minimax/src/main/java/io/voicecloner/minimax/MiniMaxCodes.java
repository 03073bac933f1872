package io.voicecloner.minimax;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import java.util.Map;

/** Codes that deserve a hint of MiniMax's own: its two sites know nothing of each other's keys (wire-facts 1.1, 6). */
final class MiniMaxCodes {
    private static final CodeMeaning WRONG_KEY = CodeMeaning.rejected(
            Category.ACCESS,
            Reason.REGION,
            "the API key was refused",
            "Check the key, and set region to the site it was made at: global is api.minimax.io, china is "
                    + "api.minimaxi.com, and a key works at one of them only.");

    static final Map<Long, CodeMeaning> OVERLAY = Map.of(1004L, WRONG_KEY, 2049L, WRONG_KEY);

    private MiniMaxCodes() {}
}
