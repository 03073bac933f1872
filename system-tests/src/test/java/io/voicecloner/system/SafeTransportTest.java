package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What code could say to make a request less safe, and cannot, because there is no word for it. */
class SafeTransportTest {
    @Test
    @Tag("S17")
    void noCallerGivesAHeader() {
        assertThat(publicMethods().filter(method -> mentions(method, "header"))).isEmpty();
    }

    @Test
    @Tag("S32")
    void noWordSwitchesACheckOff() {
        assertThat(publicMethods()
                        .filter(method -> mentions(method, "verif")
                                || mentions(method, "insecure")
                                || mentions(method, "trustall")))
                .isEmpty();
        assertThat(publicMethods()
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .map(JavaClass::getName))
                .doesNotContain("javax.net.ssl.HostnameVerifier", "javax.net.ssl.SSLContext");
    }

    @Test
    @Tag("S34")
    void socketsOfACallersOwnComeWithTheirTrustManagerEverywhere() {
        List<List<String>> takingSockets = OurClasses.ALL.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .map(unit -> unit.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList())
                .filter(parameters -> parameters.contains("javax.net.ssl.SSLSocketFactory"))
                .toList();
        assertThat(takingSockets)
                .isNotEmpty()
                .allSatisfy(parameters -> assertThat(parameters).contains("javax.net.ssl.X509TrustManager"));
    }

    /** What an application writes its own code with. */
    private static Stream<JavaMethod> publicMethods() {
        return OurClasses.ALL.stream()
                .filter(type -> type.getPackageName().equals("io.voicecloner"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean mentions(JavaMethod method, String word) {
        return method.getName().toLowerCase(Locale.ROOT).contains(word);
    }
}
