const common = {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  setupFiles: ['<rootDir>/__tests__/support/setup.ts'],
  testEnvironment: 'node',
}
/** One project a kind of test: the folder says what is real in it. */
const kinds = ['unit', 'contract', 'integration', 'bundle', 'e2e']
export default {
  projects: kinds.map(kind => ({
    ...common,
    displayName: kind,
    testMatch: [`<rootDir>/__tests__/${kind}/**/*.test.ts`],
    ...(kind === 'unit' || kind === 'contract'
      ? {}
      : { globalSetup: '<rootDir>/__tests__/support/postgres-setup.ts' }),
  })),
  testTimeout: 60_000,
}
