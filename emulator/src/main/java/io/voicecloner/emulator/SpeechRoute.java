package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /t2a_v2} (platform.minimax.io, speech-t2a-http) and {@code POST /minimax-speech-...} (novita.ai,
 * model-apis-minimax-speech-...; docs.jiekou.ai), which differ in where the model stands and in the reply. What the request says
 * of format, rate and speed is checked and does nothing: the audio is the recording as it is, and {@code extra_info} tells so.
 */
final class SpeechRoute implements Route {

    /** How long a URL lives, on all pages. */
    private static final Duration URL_LIFE = Duration.ofHours(24);

    private final HostRules rules;
    private final Speaker speaker;
    private final Previews previews;
    private final Gateway gateway;

    /** Null where the request names it. */
    private final @Nullable String model;

    SpeechRoute(HostRules rules, Speaker speaker, Previews previews, Gateway gateway, @Nullable String model) {
        this.rules = rules;
        this.speaker = speaker;
        this.previews = previews;
        this.gateway = gateway;
        this.model = model;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        JsonFields body = exchange.json();
        String named = model == null ? body.text("model") : model;
        rules.checkModel(named);
        SpeechRequest request = SpeechRequest.spoken(body, named, rules);
        SpokenAudio audio = speaker.speak(request, false);
        SpeechShape shape = shape(exchange, request, audio);
        if (request.stream()) {
            return new SpeechStream(audio, shape, request.aggregated() && shape.aggregates()).answer();
        }
        if (request.url()) {
            String path = previews.publish(
                    rules.name(), audio.answer(), audio.format().extension(), URL_LIFE);
            return Answer.json(200, shape.whole(exchange.origin() + path));
        }
        return hex(HexJson.of(shape.whole(HexJson.PLACE)), audio);
    }

    @Override
    public boolean speaks() {
        return true;
    }

    private SpeechShape shape(Exchange exchange, SpeechRequest request, SpokenAudio audio) {
        if (model == null || rules.nestsSpeech(model)) {
            return new NestedSpeech(exchange.traceId(), SpeechInfo.of(audio, request));
        }
        return gateway.shaped(new FlatSpeech());
    }

    private static Answer hex(HexJson json, SpokenAudio audio) {
        return new Answer(
                200,
                Answer.JSON,
                json.length(audio.bytes()),
                out -> {
                    try (InputStream in = audio.open()) {
                        json.writeTo(out, in);
                    }
                },
                Map.of());
    }
}
