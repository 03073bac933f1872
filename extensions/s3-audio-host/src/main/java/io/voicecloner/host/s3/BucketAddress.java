package io.voicecloner.host.s3;

import java.net.URI;

/**
 * Where a bucket is.
 *
 * @param endpoint the S3 API: scheme, host, perhaps a port and a path
 * @param name the bucket
 * @param pathStyle whether the bucket stands in the path, and not before the host
 */
record BucketAddress(URI endpoint, String name, boolean pathStyle) {
    /** What the URLs of all its objects begin with; does not end in a slash. */
    URI base() {
        String path = endpoint.getRawPath().replaceAll("/+$", "");
        String host = pathStyle ? endpoint.getRawAuthority() : name + '.' + endpoint.getRawAuthority();
        return URI.create(endpoint.getScheme() + "://" + host + path + (pathStyle ? '/' + name : ""));
    }

    /** The address of one object, whose name needs no escaping. */
    URI of(String key) {
        return URI.create(base().toString() + '/' + key);
    }

    /** What an object is called among people: the bucket and the key, without the endpoint. */
    String nameOf(String key) {
        return "s3://" + name + '/' + key;
    }

    /** For messages: the bucket's name and who keeps it. */
    @Override
    public String toString() {
        return "the bucket \"" + name + "\" at " + endpoint.getHost();
    }
}
