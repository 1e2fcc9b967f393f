import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests run the bundled action as a process, against servers of their own.
    testTimeout: 90_000,
    maxConcurrency: 3,
    server: { deps: { inline: [/@actions\//] } },
  },
});
