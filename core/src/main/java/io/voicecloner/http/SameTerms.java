package io.voicecloner.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Takes back what interceptors before it changed of the client's settings for their call, which OkHttp lets them. */
final class SameTerms implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Chain wanted = Exchange.of(chain).terms();
        return chain.withConnectTimeout(wanted.connectTimeoutMillis(), TimeUnit.MILLISECONDS)
                .withReadTimeout(wanted.readTimeoutMillis(), TimeUnit.MILLISECONDS)
                .withWriteTimeout(wanted.writeTimeoutMillis(), TimeUnit.MILLISECONDS)
                .withDns(wanted.getDns())
                .withSocketFactory(wanted.getSocketFactory())
                .withRetryOnConnectionFailure(wanted.getRetryOnConnectionFailure())
                .withAuthenticator(wanted.getAuthenticator())
                .withCookieJar(wanted.getCookieJar())
                .withCache(wanted.getCache())
                .withProxy(wanted.getProxy())
                .withProxySelector(wanted.getProxySelector())
                .withProxyAuthenticator(wanted.getProxyAuthenticator())
                .withSslSocketFactory(wanted.getSslSocketFactoryOrNull(), wanted.getX509TrustManagerOrNull())
                .withHostnameVerifier(wanted.getHostnameVerifier())
                .withCertificatePinner(wanted.getCertificatePinner())
                .withConnectionPool(wanted.getConnectionPool())
                .proceed(chain.request());
    }
}
