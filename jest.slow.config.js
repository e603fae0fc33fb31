import config, { LEFT_OUT, SLOW } from './jest.config.js';

const { testMatch: _, ...rest } = config;

/** @type {import('jest').Config} */
export default { ...rest, testRegex: SLOW, testPathIgnorePatterns: LEFT_OUT };
