package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.ListedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.SpeechLimits;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpeechSession;
import io.voicecloner.spi.SpokenAudio;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider with a plain clone that speaks, lists and deletes, and keeps every rule unless a subclass breaks one of its parts. */
class FakeSpeaker extends FakeProvider {
    private static final Capabilities SPEAKING = speaking(limits()).build();

    FakeSpeaker(String id, String... breaks) {
        super(id, breaks);
    }

    @Override
    Capabilities abilities() {
        return SPEAKING;
    }

    static Capabilities.Builder speaking(SpeechLimits.Builder limits) {
        return Capabilities.builder(limits("wav"))
                .features(Feature.FILE_AUDIO, Feature.LIST_VOICES, Feature.DELETE_VOICE)
                .speech(limits.build());
    }

    static SpeechLimits.Builder limits() {
        return SpeechLimits.builder(500)
                .tasks(5_000)
                .models(List.of("voice-1", "voice-2"), "voice-1")
                .ranges(SpeechLimits.Range.of(0.5, 2), SpeechLimits.Range.above(0, 10), SpeechLimits.Range.of(-12, 12))
                .emotions(List.of("happy"))
                .formats(List.of("wav", "flac"), Set.of("wav"))
                .rates(List.of(8_000), List.of(128_000));
    }

    /** Nothing that it does with a clone is broken here: that is left to others. */
    @Override
    boolean meets(Trouble trouble) {
        return false;
    }

    @Override
    boolean meets(SpeechTrouble trouble) {
        return trouble != SpeechTrouble.SLOW || slow();
    }

    @Override
    Optional<SpeechSession> speech(ProviderSettings settings, FakeHost host, ProviderApi api) {
        return Optional.of(
                (request, output, scope) -> speak(new FakeSpeech(request, output, scope, settings, host), api));
    }

    @Override
    Optional<CatalogSession> catalog(ProviderSettings settings, FakeHost host) {
        return Optional.of(new CatalogSession() {
            @Override
            public List<ListedVoice> list(CallScope scope) {
                return listed(host, scope);
            }

            @Override
            public void delete(String voiceId, CallScope scope) {
                host.ping();
                FakeSpeaker.this.delete(voiceId, host, scope);
            }
        });
    }

    List<ListedVoice> listed(FakeHost host, CallScope scope) {
        host.ping();
        return host.stage().listed(host.voices()).stream()
                .map(voice -> new ListedVoice(VoiceRef.of(id(), voice), Optional.empty()))
                .toList();
    }

    void delete(String voiceId, FakeHost host, CallScope scope) {
        if (!host.stage().delete(voiceId, host.voices())) {
            throw Failures.exception(
                    scope.failure(Category.VOICE_NOT_FOUND, Reason.MISSING_VOICE, Step.DELETE_VOICE, "no such voice")
                            .delivery(Delivery.REJECTED));
        }
    }

    /** Has it spoken, with more than one request where that is allowed. */
    SpokenAudio speak(FakeSpeech speech, ProviderApi api) {
        return api.speak(speech.request(), speech.scope(), () -> asked(speech));
    }

    /** One request, and what its answer says. */
    final SpokenAudio asked(FakeSpeech speech) {
        speech.scope().speechAttempted();
        Optional<SpeechTrouble> met = send(speech);
        boolean streams = speech.request().delivery() == SpeechDelivery.STREAM;
        if (met.isPresent()) {
            hearHalf(speech, met.get(), streams);
            failure(speech, met.get(), streams).ifPresent(report -> {
                throw Failures.exception(report);
            });
        }
        hand(speech, sound(speech, met, streams));
        return SpokenAudio.handedOut();
    }

    /** Sends it and waits for the answer. */
    Optional<SpeechTrouble> send(FakeSpeech speech) {
        Optional<SpeechTrouble> met = speech.host().speak(speech.voiceId());
        if (met.filter(trouble -> trouble == SpeechTrouble.SLOW).isPresent()) {
            FakeSession.awaitEnd(speech.scope());
        }
        return met;
    }

    private void hearHalf(FakeSpeech speech, SpeechTrouble met, boolean streams) {
        if (met == SpeechTrouble.TRUNCATED || (streams && met == SpeechTrouble.STREAM_CUT)) {
            byte[] whole = speech.host().stage().sound();
            hand(speech, Arrays.copyOf(whole, whole.length / 2));
        }
    }

    /** The audio of a success. */
    byte[] sound(FakeSpeech speech, Optional<SpeechTrouble> met, boolean streams) {
        return speech.host().stage().sound();
    }

    /** Hands it out, and remembers that. */
    void hand(FakeSpeech speech, byte[] sound) {
        if (!speech.output().canBeginAnew()) {
            speech.scope().handedOut(sound.length);
        }
        write(speech, sound);
    }

    static void write(FakeSpeech speech, byte[] sound) {
        try (OutputStream out = speech.output().open()) {
            out.write(sound);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a trouble is told as; empty if it is none. */
    Optional<FailureReport.Builder> failure(FakeSpeech speech, SpeechTrouble met, boolean streams) {
        Optional<SpeechOutcome> outcome = told(met);
        if (outcome.isPresent()) {
            return outcome.map(told -> speech.scope()
                    .failure(told.category(), Collections.min(told.reasons()), Step.SPEAK, "it failed")
                    .delivery(told.delivery()));
        }
        if (met == SpeechTrouble.SLOW || (streams && met == SpeechTrouble.STREAM_CUT)) {
            Reason reason = speech.scope().isCanceled() ? Reason.CANCELED : Reason.CONNECTION_LOST;
            return Optional.of(speech.scope()
                    .failure(Category.PROVIDER_UNAVAILABLE, reason, Step.SPEAK, "it broke off")
                    .delivery(Delivery.UNKNOWN));
        }
        return Optional.empty();
    }

    Optional<SpeechOutcome> told(SpeechTrouble met) {
        return SpeechOutcome.of(met);
    }
}
