package org.xaistudy.server.participation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.condition.EnabledIf;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.StudiesForTests;

@EnabledIf(
    value = "org.xaistudy.server.testing.Postgres#isWanted",
    disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432")
@QuarkusTest
@TestProfile(Postgres.class)
@QuarkusTestResource(StudiesForTests.class)
class GradeOnPostgresTest extends GradeRules {}
