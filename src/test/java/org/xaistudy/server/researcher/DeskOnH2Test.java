package org.xaistudy.server.researcher;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.xaistudy.server.testing.StudiesForTests;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class DeskOnH2Test extends DeskRules {}
