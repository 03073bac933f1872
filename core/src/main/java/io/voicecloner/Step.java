package io.voicecloner;

import java.util.Locale;

/** The part of a clone, of a synthesis or of work on the catalog that was under way. */
public enum Step {
    /** Reading the configuration and opening the provider. */
    CONFIGURE("configuring"),
    /** Checking the request before anything is sent. */
    CHECK("checking the request"),
    /** Fetching a recording that was given as a URL. */
    FETCH("fetching the recording"),
    /** Publishing a local recording for a provider that takes only URLs. */
    PUBLISH("publishing the recording"),
    /** Uploading the recording to be cloned. */
    UPLOAD("uploading the recording"),
    /** Uploading the prompt audio. */
    UPLOAD_PROMPT("uploading the prompt audio"),
    /** Making the voice: the one step after which a voice may exist. */
    CLONE("cloning the voice"),
    /** Downloading a preview. */
    DOWNLOAD("downloading the preview"),
    /** Deleting an uploaded recording after the clone. */
    DELETE_RECORDING("deleting an uploaded recording"),
    /** Having a text spoken: the one step that costs money each time. */
    SPEAK("synthesizing the speech"),
    /** Asking what became of the task that speaks a long text. */
    AWAIT_SPEECH("waiting for the speech"),
    /** Downloading speech that was given as a link. */
    FETCH_SPEECH("downloading the speech"),
    /** Reading the provider's list of voices. */
    LIST_VOICES("reading the list of voices"),
    /** Deleting a voice. */
    DELETE_VOICE("deleting the voice");

    private final String doing;

    Step(String doing) {
        this.doing = doing;
    }

    /** The name in kebab case, as the command line prints it: {@code upload-prompt}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step in the words of a sentence: "uploading the recording". */
    public String doing() {
        return doing;
    }

    /** Whether a voice may exist once this step's request left the machine. */
    public boolean createsVoice() {
        return this == CLONE;
    }

    /** Whether money may be spent once this step's request left the machine. */
    public boolean costs() {
        return this == CLONE || this == SPEAK;
    }

    /** Whether it comes after a synthesis that was paid for, and brings its audio. */
    public boolean bringsSpeech() {
        return this == AWAIT_SPEECH || this == FETCH_SPEECH;
    }

    /** Whether it fetches a file from an address that somebody else chose. */
    public boolean downloads() {
        return this == FETCH || this == DOWNLOAD || this == FETCH_SPEECH;
    }
}
