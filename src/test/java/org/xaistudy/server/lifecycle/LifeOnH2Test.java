package org.xaistudy.server.lifecycle;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.xaistudy.server.testing.StudiesForTests;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class LifeOnH2Test extends LifeRules {}
