package io.voicecloner;

/** Is told how far a synthesis has come. */
@FunctionalInterface
public interface SpeechProgress {
    /**
     * Called by the thread that works, which waits for its return; what it throws is ignored. May go back to 0: a synthesis into a file begins
     * anew after a lost answer.
     *
     * @param step {@link Step#SPEAK} while audio comes, {@link Step#AWAIT_SPEECH} after each question for a long text's task,
     *     {@link Step#FETCH_SPEECH} while finished audio is downloaded
     * @param audioBytes how much audio is here, in bytes
     */
    void onProgress(Step step, long audioBytes);
}
