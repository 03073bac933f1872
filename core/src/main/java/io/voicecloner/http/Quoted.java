package io.voicecloner.http;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an exception of the transport or the parser whose words repeat what the server sent, or what it was sent, at whatever length:
 * they are cut and redacted like any quotation of a server.
 */
final class Quoted extends IOException {
    private static final long serialVersionUID = 1L;

    /** Nobody can tell a longer chain from one without an end. */
    private static final int LONGEST_CHAIN = 10;

    private Quoted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The exception itself, where neither it nor what it was caused by says anything that may not be printed. */
    static Throwable of(Throwable thrown, Redaction redaction) {
        return of(thrown, redaction, LONGEST_CHAIN);
    }

    private static Throwable of(Throwable thrown, Redaction redaction, int left) {
        Throwable cause = thrown.getCause();
        Throwable told = cause == null || left == 1 ? null : of(cause, redaction, left - 1);
        Throwable[] beside = left == 1 ? new Throwable[0] : thrown.getSuppressed();
        Throwable[] toldBeside = new Throwable[beside.length];
        boolean same = told == cause && beside.length == thrown.getSuppressed().length;
        for (int i = 0; i < beside.length; i++) {
            toldBeside[i] = of(beside[i], redaction, left - 1);
            same &= toldBeside[i] == beside[i];
        }
        String words = thrown.getMessage();
        String printable = words == null ? null : printable(words, thrown, redaction);
        if (same && (words == null || words.equals(printable))) {
            return thrown;
        }
        Quoted quoted = new Quoted(thrown.getClass().getName() + (printable == null ? "" : ": " + printable), told);
        quoted.setStackTrace(thrown.getStackTrace());
        for (Throwable each : toldBeside) {
            quoted.addSuppressed(each);
        }
        return quoted;
    }

    /** What is said of certificates is long, of several lines, and the only help there is. */
    private static String printable(String words, Throwable thrown, Redaction redaction) {
        boolean ofCertificates = thrown instanceof SSLException || thrown instanceof CertificateException;
        return ofCertificates ? redaction.of(words) : Snippet.of(words, redaction);
    }
}
