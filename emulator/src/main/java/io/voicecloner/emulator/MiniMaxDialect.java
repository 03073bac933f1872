package io.voicecloner.emulator;

/**
 * Upload, then clone by file id. Wrong paths get the plain text of a Go router (wire-facts 1.5), and every answer carries
 * {@code Trace-Id} (wire-facts 1.1).
 */
final class MiniMaxDialect implements Dialect {

    @Override
    public boolean fetchesAudio() {
        return false;
    }

    @Override
    public Answer unknownPath(String traceId) {
        return Answer.text(404, "404 page not found");
    }

    @Override
    public Answer wrongMethod(String traceId, String allowed) {
        return Answer.text(405, "405 method not allowed").withHeader("Allow", allowed);
    }

    @Override
    public Refusal keyMissing() {
        return MiniMaxRefusal.keyMissing();
    }

    @Override
    public Refusal keyInvalid() {
        return MiniMaxRefusal.keyInvalid();
    }

    @Override
    public Refusal invalidRequest(String problem) {
        return MiniMaxRefusal.invalidParameters(problem);
    }

    @Override
    public Refusal rateLimited() {
        return MiniMaxRefusal.rateLimited();
    }

    @Override
    public Refusal unknownVoice() {
        return MiniMaxRefusal.unknownVoice();
    }

    @Override
    public Refusal foreignVoice() {
        return MiniMaxRefusal.foreignVoice();
    }

    @Override
    public Refusal unreadableText() {
        return MiniMaxRefusal.unreadableText();
    }

    @Override
    public Answer signed(Answer answer, String traceId) {
        return answer.withHeader("Trace-Id", traceId);
    }
}
