import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    expect: { poll: { timeout: 5_000 } },
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // One browser at a time, whatever the number of cores.
    fileParallelism: false,
  },
})
