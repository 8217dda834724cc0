# The stimulus generator. Build the project first, then from its root:
#   mvn -DskipTests package && docker build -f docker/stimuli-gen.Dockerfile -t xai-study-stimuli-gen .
#   docker run --rm --user "$(id -u)" -v "$PWD/studies:/studies" xai-study-stimuli-gen generate /studies/border-artefact/study.yaml
ARG BASE=docker.io/library/eclipse-temurin:17.0.16_8-jre-noble
FROM ${BASE}

# The engine unpacks its native library there, whoever runs it.
ENV DJL_CACHE_DIR=/tmp/djl
RUN mkdir -p /app /studies
WORKDIR /studies

COPY stimuli-gen/target/lib/ /app/lib/
COPY stimuli-gen/target/stimuli-gen.jar /app/

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/stimuli-gen.jar"]
