import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Renames each column in the generated table types in turn, in memory, and counts for how many of them the compiler finds
 * the code that uses the old name. Only files of `src` that mention the name and the database are checked.
 *
 * Usage: node --import tsx scripts/count-renames.ts [table …]
 */
const root = path.join(import.meta.dirname, '..');
const tablesFile = path.join(root, 'src', 'db', 'tables.generated.ts');
const tablesText = readFileSync(tablesFile, 'utf8');

interface Column {
  table: string;
  name: string;
  /** Where the name starts in the file of table types. */
  start: number;
}

function findColumns(): Column[] {
  const source = ts.createSourceFile(tablesFile, tablesText, ts.ScriptTarget.Latest, true);
  const interfaces = source.statements.filter((statement) => ts.isInterfaceDeclaration(statement));
  const tables = interfaces.find(({ name }) => name.text === 'DB')?.members ?? [];
  return tables.flatMap((table) => {
    if (!ts.isPropertySignature(table) || !table.type) return [];
    const rows = interfaces.find(({ name }) => name.text === table.type?.getText());
    return (rows?.members ?? []).flatMap((member) =>
      member.name
        ? [{ table: table.name.getText(), name: member.name.getText(), start: member.name.getStart() }]
        : [],
    );
  });
}

const configFile = path.join(root, 'tsconfig.build.json');
const { config } = ts.readConfigFile(configFile, (name) => ts.sys.readFile(name)) as { config: object };
const { options, fileNames } = ts.parseJsonConfigFileContent(
  { ...config, include: ['src'] },
  ts.sys,
  root,
  undefined,
  configFile,
);
const host = ts.createCompilerHost(options);
const sources = new Map<string, ts.SourceFile | undefined>();
let tablesNow = tablesText;
const readSource = host.getSourceFile.bind(host);
host.getSourceFile = (name, target) => {
  if (path.resolve(name) === tablesFile) return ts.createSourceFile(name, tablesNow, target);
  if (!sources.has(name)) sources.set(name, readSource(name, target));
  return sources.get(name);
};

/** The files with type errors before any column is renamed. */
const wrongBefore = new Map<string, boolean>();
const before = ts.createProgram(fileNames, options, host);

function isWrongBefore(fileName: string): boolean {
  let isWrong = wrongBefore.get(fileName);
  if (isWrong === undefined) {
    isWrong = before.getSemanticDiagnostics(before.getSourceFile(fileName)).length > 0;
    wrongBefore.set(fileName, isWrong);
  }
  return isWrong;
}

/** The first file with a type error if the column has another name; null if there is none. */
function findComplaint({ name, start }: Column): string | null {
  tablesNow = `${tablesText.slice(0, start)}renamed_${tablesText.slice(start)}`;
  const program = ts.createProgram(fileNames, options, host);
  const mentions = new RegExp(`\\b${name}\\b`);
  const files = program.getSourceFiles().filter(({ fileName, text }) => {
    const file = path.resolve(fileName);
    if (!file.startsWith(path.join(root, 'src')) || file === tablesFile) return false;
    return mentions.test(text) && /\bDb\b|kysely|tables\.generated/.test(text);
  });
  const isQueries = ({ fileName }: ts.SourceFile) => Number(fileName.endsWith('.queries.ts'));
  files.sort((a, b) => isQueries(b) - isQueries(a));
  const wrong = files.find(
    (file) => program.getSemanticDiagnostics(file).length > 0 && !isWrongBefore(file.fileName),
  );
  return wrong ? path.relative(root, wrong.fileName) : null;
}

const wanted = process.argv.slice(2);
const columns = findColumns().filter(({ table }) => wanted.length === 0 || wanted.includes(table));
const unnoticed = columns.filter((column) => {
  const complaint = findComplaint(column);
  console.log(`${column.table}.${column.name}: ${complaint ?? 'NOT NOTICED'}`);
  return complaint === null;
});
const noticed = columns.length - unnoticed.length;
console.log(
  `${noticed} of ${columns.length} renamed columns are compile errors (${((100 * noticed) / columns.length).toFixed(0)} %).`,
);
for (const { table, name } of unnoticed) console.log(`unnoticed: ${table}.${name}`);
