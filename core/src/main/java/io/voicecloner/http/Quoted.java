package io.voicecloner.http;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception of the transport or the parser whose words repeat what the server sent, at whatever length: they are cut and
 * redacted like any quotation of a server.
 */
final class Quoted extends IOException {
    private static final long serialVersionUID = 1L;

    private Quoted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The exception itself, where it says nothing that may not be printed. */
    static Throwable of(Throwable thrown, Redaction redaction) {
        return of(thrown, redaction, 0);
    }

    private static Throwable of(Throwable thrown, Redaction redaction, int depth) {
        Throwable cause = thrown.getCause();
        Throwable told = cause == null || depth > 10 ? null : of(cause, redaction, depth + 1);
        String words = thrown.getMessage();
        String printable = words == null ? null : Snippet.of(words, redaction);
        if (told == cause && (words == null || words.equals(printable) || isAboutCertificates(thrown))) {
            return thrown;
        }
        Quoted quoted = new Quoted(thrown.getClass().getName() + (printable == null ? "" : ": " + printable), told);
        quoted.setStackTrace(thrown.getStackTrace());
        return quoted;
    }

    /** Which are long, of several lines, and the only help there is. */
    private static boolean isAboutCertificates(Throwable thrown) {
        return thrown instanceof SSLException || thrown instanceof CertificateException;
    }
}
