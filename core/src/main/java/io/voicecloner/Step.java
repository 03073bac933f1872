package io.voicecloner;

import java.util.Locale;

/** The part of a clone that was under way. */
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
    DOWNLOAD("downloading the preview");

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
}
