import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a browser: `npm run test:browser`.
    exclude: ['test/browser/**'],
    reporters: ['default', './test/support/closing-line.ts'],
    setupFiles: ['./test/support/seed.ts'],
    testTimeout: 20_000,
    // No test mocks a module or leaves a global behind, so files can share what is loaded: loading
    // it for each anew took as long as all the tests together.
    isolate: false,
    // By default one core is left idle, which on a small machine is half of it.
    maxWorkers: '100%',
  },
})
