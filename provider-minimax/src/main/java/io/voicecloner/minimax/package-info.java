/** MiniMax, and the dialect of its API: upload a recording, then clone it by its file id. */
@NullMarked
package io.voicecloner.minimax;

import org.jspecify.annotations.NullMarked;
