import { existsSync } from 'node:fs';
import process from 'node:process';

/** The browser for tests/browser: CHROMIUM, or its usual path. */
const chromium = [
  process.env.CHROMIUM,
  ...['chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((file) => file && existsSync(file));

if (chromium) process.env.PUBATLAS_TEST_CHROMIUM = chromium;
else if (process.env.CI) throw new Error('There is no Chromium to run tests/browser with.');
else
  process.stderr.write(
    '\nLEFT OUT: tests/browser, for there is no Chromium here. Install one, or set CHROMIUM to its path.\n\n',
  );

/** Paths of the tests that take long, as regular expressions: `npm run test:slow` runs them, `npm test` doesn't. */
export const SLOW = [
  '/tests/(attacks|bench|browser|cli|deploy|embedded|examples|package)/.*\\.test\\.ts$',
  '/tests/docs/tutorials\\.test\\.ts$',
  '\\.property\\.test\\.ts$',
  '/tests/api/random-operations\\.test\\.ts$',
  '/tests/db/plans\\.test\\.ts$',
  '/tests/import/bulk\\.test\\.ts$',
  '/tests/publication/publication\\.(filter|paging)\\.test\\.ts$',
  '/tests/search/fuzz\\.test\\.ts$',
  '/tests/server/faults\\.[a-z]+\\.test\\.ts$',
];

/** Paths that no run includes. */
export const LEFT_OUT = ['/node_modules/', ...(chromium ? [] : ['<rootDir>/tests/browser/'])];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Tests wait for PostgreSQL and browsers much of the time.
  maxWorkers: '100%',
  // Some tests start servers, which takes long on a busy machine.
  testTimeout: 60_000,
  // It has a package.json with the same name.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: [...LEFT_OUT, ...SLOW],
  transform: {
    '^.+\\.(ts|js)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@retorquere/bibtex-parser$': '<rootDir>/tests/support/bibtex-parser.cjs',
    // @citation-js/core requires it.
    '^node-fetch$': '<rootDir>/tests/support/no-fetch.ts',
  },
};
