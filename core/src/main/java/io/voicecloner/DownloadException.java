package io.voicecloner;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be downloaded: the address is unsafe or expired, the body too large or incomplete, or the target not
 * writable. A voice is never lost with its preview.
 */
public final class DownloadException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public DownloadException(FailureReport report, @Nullable Throwable cause) {
        super(Category.DOWNLOAD, report, cause);
    }
}
