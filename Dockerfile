# The site in a container: docs/containers.md. Both images must be of one Debian; BUILD_IMAGE has node 20 or newer, and npm.
ARG BUILD_IMAGE=node:24-bookworm-slim
ARG BASE_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /site
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
COPY bin ./bin
COPY lib/database/embedded/runtime-folder.js ./lib/database/embedded/
RUN node bin/support/install-production.js
COPY . .
RUN PATH=/site/node_modules/.bin:$PATH node bin/build.ts \
 && node_modules/.bin/node bin/support/slim-image.js

FROM ${BASE_IMAGE}
RUN useradd --uid 1000 --user-group --home-dir /data --no-create-home --shell /usr/sbin/nologin letter \
 && mkdir /data && chown letter:letter /data
WORKDIR /site
COPY --from=build /site /site
ENV PATH=/site/node_modules/.bin:$PATH \
    NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    CHECKPOINT_DISABLE=1 \
    __NEXT_NODE_NATIVE_TS_LOADER_ENABLED=true \
    NODE_COMPILE_CACHE=/tmp/compiled \
    DATA_FOLDER=/data \
    HOST=0.0.0.0 \
    PORT=3000
USER letter
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/start.js"]
