# syntax=docker/dockerfile:1
# The site in a container: as a user without rights, on a file system that it only reads, but for /data, /backups and /tmp.
FROM node:24-trixie-slim AS base
WORKDIR /app

FROM base AS build
ENV NEXT_TELEMETRY_DISABLED=1
# The public address is part of the pages that are built: docker build --build-arg MIROIR_URL=https://miroir.example
ARG MIROIR_URL
ENV MIROIR_URL=${MIROIR_URL}
COPY package.json package-lock.json ./
COPY prisma ./prisma
COPY scripts ./scripts
RUN npm ci
COPY . .
# Development packages that others could use stay unless optional ones go too. The lock file is part of what the build was made from.
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts --no-save && rm -rf .next

FROM base
# With these PostgreSQL is saved and restored. They are of the server's version in compose.yaml.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client-17 && rm -rf /var/lib/apt/lists/*
RUN install -d -o node -g node -m 0700 /data /backups
ENV NODE_ENV=production MIROIR_DATA_DIR=/data
# npm writes its log where it can, and asks nobody for its next version.
ENV npm_config_cache=/tmp/npm npm_config_update_notifier=false
ARG MIROIR_URL
ENV MIROIR_URL=${MIROIR_URL}
COPY --from=build /app ./
USER node
VOLUME /data /backups
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/launch.mjs", "server/serve"]
