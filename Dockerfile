FROM node:24-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional

# Without the PostgreSQL that comes with pubatlas: it is among the optional packages, and DATABASE_URL says which to use.
FROM node:24-alpine
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A request makes many small objects: with more room for young ones fewer are taken for old. The heap of old ones grows by 30 %
# before it is collected, not to four times its size.
CMD ["node", "--max-semi-space-size=32", "--heap-growing-percent=30", "dist/src/cli/main.js", "start"]
