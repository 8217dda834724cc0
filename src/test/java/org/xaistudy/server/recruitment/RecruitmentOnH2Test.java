package org.xaistudy.server.recruitment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.xaistudy.server.testing.StudiesForTests;

@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class RecruitmentOnH2Test extends RecruitmentRules {}
