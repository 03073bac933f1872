package io.voicecloner;

/** Told how far an upload has come. */
@FunctionalInterface
public interface UploadProgress {
    /**
     * Called on the thread that uploads, after each piece; calls for the recording and the prompt audio may overlap. So it is to be
     * quick: the upload waits for it, and with it others that wait until they may upload. What it throws is logged once for each
     * cloner and harms nothing.
     *
     * @param step {@link Step#UPLOAD} or {@link Step#UPLOAD_PROMPT}
     * @param sentBytes how much of the recording was handed to the network
     * @param totalBytes the recording's size
     */
    void onProgress(Step step, long sentBytes, long totalBytes);
}
