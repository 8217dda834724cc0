package org.xaistudy.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An endpoint without a row in {@link RolesTest}, or a row without one, fails. */
class EndpointsTest {
  @Test
  void everyEndpointHasARow() {
    Set<String> asked =
        new TreeSet<>(RolesTest.ROWS.stream().map(RolesTest.Row::endpoint).toList());
    assertThat(endpoints()).isEqualTo(asked);
  }

  private static Set<String> endpoints() {
    Set<String> endpoints = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.xaistudy.server")) {
      String base = type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
      if (base.startsWith("/researcher")) {
        type.getMethods().forEach(method -> add(endpoints, base, method));
      }
    }
    return endpoints;
  }

  private static void add(Set<String> endpoints, String base, JavaMethod method) {
    String path = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    for (Class<? extends Annotation> verb :
        List.of(GET.class, POST.class, PUT.class, DELETE.class)) {
      if (method.isAnnotatedWith(verb)) {
        endpoints.add(verb.getSimpleName() + " " + base + path);
        assertThat(method.isAnnotatedWith(RolesAllowed.class))
            .as("%s asks for a role", method.getFullName())
            .isTrue();
      }
    }
  }
}
