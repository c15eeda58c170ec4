import { fileURLToPath } from 'node:url'

const support = '<rootDir>/__tests__/support'

const common = {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  roots: ['<rootDir>/__tests__'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  setupFiles: [`${support}/setup.ts`],
  testEnvironment: 'node',
}

const postgres = {
  globalSetup: `${support}/postgres-setup.mjs`,
  globalTeardown: `${support}/postgres-teardown.mjs`,
}

/** One project a kind of test: the folder says what is real in it. Jest runs each setup once, however many share it. */
const kinds = { unit: {}, contract: {}, integration: postgres, bundle: postgres, e2e: postgres }

export default {
  projects: Object.entries(kinds).map(([kind, services]) => ({
    ...common,
    ...services,
    displayName: kind,
    testMatch: [`<rootDir>/__tests__/${kind}/**/*.test.ts`],
  })),
  testTimeout: 60_000,
}
