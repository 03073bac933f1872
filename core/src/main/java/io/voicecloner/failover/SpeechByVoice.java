package io.voicecloner.failover;

import io.voicecloner.Activation;
import io.voicecloner.AudioChunks;
import io.voicecloner.CheckReport;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Speech;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceRef;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Speech of several cloners: each voice is spoken with where it lives, and nowhere else. */
final class SpeechByVoice implements Speech {
    private final Doors<Speech> homes;

    SpeechByVoice(Doors<Speech> homes) {
        this.homes = homes;
    }

    private Optional<Speech> homeOf(VoiceRef voice) {
        return homes.open().stream().filter(home -> home.serves(voice)).findFirst();
    }

    private Speech require(VoiceRef voice) {
        return homeOf(voice).orElseThrow(() -> homes.refused(voice));
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, Path target) {
        return require(request.voice()).synthesize(request, target);
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, OutputStream target) {
        return require(request.voice()).synthesize(request, target);
    }

    @Override
    public Synthesis synthesize(SpeechRequest request, AudioChunks target) {
        return require(request.voice()).synthesize(request, target);
    }

    @Override
    public CompletableFuture<Synthesis> synthesizeAsync(SpeechRequest request, Path target) {
        return homeOf(request.voice())
                .map(home -> home.synthesizeAsync(request, target))
                .orElseGet(() -> CompletableFuture.failedFuture(homes.refused(request.voice())));
    }

    @Override
    public CheckReport check(SpeechRequest request) {
        return homeOf(request.voice())
                .map(home -> home.check(request))
                .orElseGet(() -> new CheckReport(homes.refused(request.voice()).violations(), List.of()));
    }

    @Override
    public Activation activate(VoiceRef voice) {
        return require(voice).activate(voice);
    }

    @Override
    public Activation activate(ClonedVoice voice) {
        return require(voice.ref()).activate(voice);
    }

    @Override
    public boolean serves(VoiceRef voice) {
        return homeOf(voice).isPresent();
    }
}
