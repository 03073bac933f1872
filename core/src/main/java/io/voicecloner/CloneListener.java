package io.voicecloner;

/**
 * Is told what happens in clones and downloads. Called on the thread that does the work: the caller's, that of an asynchronous clone, or one
 * beside it for a second upload. So it is to be quick, and must be safe to call from several threads at once; a clone waits for it, and
 * no other one does. It may call the cloner it listens to, and close it. What it throws is logged once and harms nothing.
 */
@FunctionalInterface
public interface CloneListener {
    void onEvent(CloneEvent event);
}
