package io.voicecloner;

/** Told how far an upload has come. */
@FunctionalInterface
public interface UploadProgress {
    /**
     * Called on the thread that uploads, after each piece; calls for the recording and the prompt audio may overlap. What it
     * throws is ignored.
     *
     * @param step {@link Step#UPLOAD} or {@link Step#UPLOAD_PROMPT}
     * @param sentBytes how much of the recording was handed to the network
     * @param totalBytes the recording's size
     */
    void onProgress(Step step, long sentBytes, long totalBytes);
}
