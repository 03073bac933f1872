package io.voicecloner.emulator;

import java.util.List;

/** A {@link Fault} as the control endpoint is told of it: one member says which it is, others what is changed about it. */
final class FaultJson {
    private static final List<String> KINDS = List.of(
            "code",
            "reason",
            "status",
            "answer",
            "html",
            "drop",
            "truncated",
            "drip",
            "cutAfter",
            "repeatChunk",
            "brokenChunk",
            "noLastChunk",
            "wholeAgain");
    private static final List<String> CHANGES = List.of("delay", "retryAfter", "afterActing", "reset");

    private FaultJson() {}

    /** The problems are noted in the fields; with any noted, what is returned is not to be used. */
    static Fault read(ControlFields fields) {
        int before = fields.problems().size();
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        boolean delayed = fields.has("delay");
        CHANGES.forEach(fields::has);
        if (kinds.size() > 1) {
            fields.problem("is " + String.join(" and ", kinds) + " at once, but can be only one");
        } else if (kinds.isEmpty() && !delayed) {
            fields.problem("needs one of " + String.join(", ", KINDS) + ", delay");
        }
        Fault fault = Fault.HONEST;
        try {
            fault = changed(fields, kinds.isEmpty() ? fault : ofKind(kinds.get(0), fields));
        } catch (IllegalArgumentException e) {
            // What was mistyped has an empty value in its place, which need not be complained about again.
            if (fields.problems().size() == before) {
                fields.problem(String.valueOf(e.getMessage()));
            }
        }
        fields.endOfKnown();
        return fault;
    }

    private static Fault changed(ControlFields fields, Fault fault) {
        Fault changed = fault;
        if (fields.flag("afterActing")) {
            changed = changed.afterActing();
        }
        if (fields.flag("reset")) {
            changed = changed.reset();
        }
        if (fields.has("delay")) {
            changed = changed.delayed(fields.duration("delay"));
        }
        return fields.has("retryAfter") ? changed.retryAfter(fields.text("retryAfter")) : changed;
    }

    private static Fault ofKind(String kind, ControlFields fields) {
        return switch (kind) {
            case "code" -> Fault.code(fields.int64(kind), fields.optionalText("message"));
            case "reason" -> reason(fields.object(kind));
            case "status" -> Fault.status(fields.int32(kind));
            case "answer" -> answer(fields.object(kind));
            case "html" -> truly(fields, kind, Fault.html());
            case "drop" -> drop(fields);
            case "truncated" -> truly(fields, kind, Fault.truncated());
            case "cutAfter" -> Fault.cutAfter(fields.int32(kind));
            case "repeatChunk" -> Fault.repeatChunk(fields.int32(kind));
            case "brokenChunk" -> Fault.brokenChunk(fields.int32(kind));
            case "noLastChunk" -> truly(fields, kind, Fault.noLastChunk());
            case "wholeAgain" -> truly(fields, kind, Fault.wholeAgain());
            default -> Fault.drip(fields.duration(kind));
        };
    }

    private static Fault reason(ControlFields fields) {
        int status = fields.int32("status");
        String reason = fields.text("reason");
        String message = fields.optionalText("message");
        fields.endOfKnown();
        return Fault.reason(status, reason, message);
    }

    private static Fault answer(ControlFields fields) {
        int status = fields.int32("status");
        String contentType = fields.text("contentType");
        String body = fields.optionalText("body");
        fields.endOfKnown();
        return Fault.answer(status, contentType, body);
    }

    private static Fault drop(ControlFields fields) {
        return switch (fields.text("drop")) {
            case "before" -> Fault.dropBefore();
            case "after" -> Fault.dropAfter();
            default -> throw new IllegalArgumentException("drop must be \"before\" or \"after\"");
        };
    }

    private static Fault truly(ControlFields fields, String kind, Fault fault) {
        if (!fields.flag(kind)) {
            throw new IllegalArgumentException(kind + " can only be true");
        }
        return fault;
    }
}
