/**
 * The BibTeX parser as jest's CommonJS can load it. Its own CommonJS build requires packages that have ES modules only.
 */
const path = require('node:path');
const { buildSync } = require('esbuild');

const folder = path.join(__dirname, '../../node_modules/@retorquere/bibtex-parser/dist/esm');
const { outputFiles } = buildSync({
  entryPoints: [path.join(folder, 'index.js')],
  bundle: true,
  format: 'cjs',
  platform: 'node',
  write: false,
  logLevel: 'error',
});
new Function('module', 'exports', 'require', outputFiles[0].text)(module, exports, require);
