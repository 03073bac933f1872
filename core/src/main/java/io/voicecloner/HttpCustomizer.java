package io.voicecloner;

/**
 * Changes the HTTP client behind a provider beyond what {@link ProviderSettings} name. The one kind there is is made by
 * {@code io.voicecloner.http.OkHttpCustomizer}, which says what it may change and what it may not; a cloner cannot be opened with any
 * other.
 */
public interface HttpCustomizer {}
