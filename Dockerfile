# syntax=docker/dockerfile:1
# The site in a container: as a user without rights, on a file system that it only reads, but for /data.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
# The public address is part of the pages that are built: docker build --build-arg MIROIR_URL=https://miroir.example
ARG MIROIR_URL
ENV MIROIR_URL=${MIROIR_URL}
COPY package.json package-lock.json ./
COPY prisma ./prisma
COPY scripts ./scripts
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf .next

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production MIROIR_DATA_DIR=/data
ARG MIROIR_URL
ENV MIROIR_URL=${MIROIR_URL}
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "scripts/launch.mjs", "server/serve"]
