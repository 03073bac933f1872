package io.voicecloner;

import java.util.ArrayList;
import java.util.List;

/** Words a {@link FailureReport} for a person. */
final class FailureMessage {
    private FailureMessage() {}

    static String of(FailureReport report) {
        StringBuilder text = new StringBuilder();
        if (report.provider != null) {
            text.append(report.provider).append(": ");
        }
        text.append(report.summary);
        List<String> facts = providersWords(report);
        if (!facts.isEmpty()) {
            text.append(" (").append(String.join(", ", facts)).append(')');
        }
        text.append('.');
        report.violations().forEach(violation -> text.append("\n  - ").append(violation));
        if (!report.violations().isEmpty()) {
            text.append('\n');
        } else {
            text.append(' ');
        }
        text.append(outcome(report));
        if (report.hint != null) {
            text.append(' ').append(report.hint);
        }
        report.checks().forEach(check -> text.append("\n  - ").append(check));
        if (!report.orphans().isEmpty()) {
            text.append("\nLeft behind: ")
                    .append(String.join(", ", report.orphans()))
                    .append('.');
        }
        return text.toString();
    }

    private static List<String> providersWords(FailureReport report) {
        List<String> facts = new ArrayList<>();
        if (report.providerCode != null) {
            facts.add("provider code " + report.providerCode);
        }
        if (report.providerMessage != null) {
            facts.add('"' + report.providerMessage + '"');
        }
        if (report.traceId != null) {
            facts.add("trace id " + report.traceId);
        }
        return facts;
    }

    private static String outcome(FailureReport report) {
        if (report.bytesDelivered > 0) {
            return report.bytesDelivered + " bytes of audio were handed out before, and may be billed.";
        }
        return switch (report.step) {
            case DOWNLOAD -> "The voice itself is not affected.";
            case SPEAK, AWAIT_SPEECH, FETCH_SPEECH ->
                report.moneyMayBeSpent ? "The synthesis may be billed." : "Nothing was synthesized.";
            case LIST_VOICES -> "No voice was changed.";
            case DELETE_VOICE ->
                report.delivery.mayHaveActed() ? "The voice may be deleted." : "The voice was not deleted.";
            case CONFIGURE, CHECK, FETCH, PUBLISH, UPLOAD, UPLOAD_PROMPT, CLONE, DELETE_RECORDING -> ofTheClone(report);
        };
    }

    private static String ofTheClone(FailureReport report) {
        if (report.voiceMayExist) {
            String which = report.voiceId == null ? "A voice" : "The voice " + report.voiceId;
            return which + " may exist and money may have been spent; do not simply run this again.";
        }
        return report.delivery == Delivery.NOT_SENT && report.step.compareTo(Step.FETCH) < 0
                ? "Nothing was sent."
                : "No voice was made.";
    }
}
