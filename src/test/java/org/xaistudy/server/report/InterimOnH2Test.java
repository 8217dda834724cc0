package org.xaistudy.server.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.xaistudy.server.testing.StudiesForTests;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class InterimOnH2Test extends InterimRules {}
