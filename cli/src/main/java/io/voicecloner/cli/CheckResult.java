package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.CheckReport;
import io.voicecloner.Violation;

/** What {@code clone --dry-run} prints: one line for each finding, or one object with all of them. */
final class CheckResult {
    private CheckResult() {}

    static ExitCode print(CheckReport report, boolean json, Screen screen) {
        ExitCode exit = report.ok() ? ExitCode.DONE : ExitCode.USAGE;
        if (json) {
            return screen.result(json(report), exit);
        }
        for (Violation violation : report.violations()) {
            exit = screen.result(violation.toString(), exit);
        }
        report.warnings().forEach(screen::say);
        return report.ok() ? screen.result("Nothing was sent. The request would be.", exit) : exit;
    }

    private static String json(CheckReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("ok", report.ok());
        object.add("violations", ErrorJson.violations(report.violations()));
        JsonArray warnings = new JsonArray();
        report.warnings().forEach(warnings::add);
        object.add("warnings", warnings);
        return object.toString();
    }
}
