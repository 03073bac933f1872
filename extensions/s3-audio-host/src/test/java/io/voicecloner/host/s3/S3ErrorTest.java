package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ErrorTest {
    @Test
    void isReadFromTheXml() {
        S3Error error = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                  <Code>NoSuchBucket</Code>
                  <Message>The specified &amp; bucket does <![CDATA[<not>]]> exist</Message>
                  <BucketName>b</BucketName>
                  <RequestId>4442587FB7D0A2F9</RequestId>
                </Error>""");

        assertThat(error)
                .isEqualTo(new S3Error("NoSuchBucket", "The specified & bucket does <not> exist", "4442587FB7D0A2F9"));
    }

    @Test
    void takesTheRequestIdFromTheHeaderFirst() {
        Answer answer =
                new Answer(403, "HEADER", null, ByteString.encodeUtf8("<Error><RequestId>BODY</RequestId></Error>"));

        assertThat(S3Error.of(answer).requestId()).isEqualTo("HEADER");
    }

    @Test
    void isReadAsFarAsItCame() {
        S3Error error = read("<Error><Code>AccessDenied</Code><Message>no</Message><Reque");

        assertThat(error).isEqualTo(new S3Error("AccessDenied", "no", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bad gateway",
                "{\"Code\":\"x\"}",
                "<html><Code>x</Code></html>",
                "<Error><Details><Code>x</Code></Details></Error>",
                "\u0000"
            })
    void isEmptyWhereThereIsNone(String body) {
        assertThat(read(body)).isEqualTo(new S3Error("", null, null));
    }

    @Test
    void resolvesNoEntities() {
        S3Error error = read("""
                <!DOCTYPE Error [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>
                <Error><Code>X</Code><Message>&a;&b;</Message></Error>""");

        assertThat(String.valueOf(error.message())).doesNotContain("aaaaaaaaaa").isIn("null", "");
    }

    @Test
    void leavesOutWhatWasSigned() {
        S3Error error = read("<Error><Message>at http://h/k?X-Amz-Credential=a&amp;X-Amz-Signature=b now, "
                + "Credential=c, Signature=d</Message></Error>");

        assertThat(error.message()).isEqualTo("at http://h/k?[redacted] now, Credential=c, [redacted]");
    }

    @Test
    void leavesOutASignatureWhereverItStands() {
        S3Error error = read("<Error><Code>Signature=d</Code><RequestId>X-Amz-Credential=a</RequestId></Error>");

        assertThat(error).isEqualTo(new S3Error("[redacted]", null, "[redacted]"));
    }

    @Test
    void aSessionTokenThatTheBucketRepeatsIsLeftOut() {
        Request request = new Request.Builder()
                .url("http://127.0.0.1/")
                .header("x-amz-security-token", "T0ken+/=")
                .build();
        Response response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(403)
                .message("no")
                .header("x-amz-request-id", "of T0ken+/=")
                .body(ResponseBody.create("<Error><Message>é T0ken+/= is old</Message></Error>", null))
                .build();
        S3Error error = S3Error.of(Answer.of(response));

        assertThat(error).isEqualTo(new S3Error("", "é [redacted] is old", "of [redacted]"));
    }

    @Test
    void isFitToBePrinted() {
        S3Error error = read("<Error><Code>A&#10;B</Code><Message>" + "x".repeat(300) + "</Message></Error>");

        assertThat(error.code()).isEqualTo("A B");
        assertThat(error.message()).isEqualTo("x".repeat(200));
    }

    private static S3Error read(String body) {
        return S3Error.of(new Answer(403, null, null, ByteString.encodeUtf8(body)));
    }
}
