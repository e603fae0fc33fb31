import { copyText } from '/explore/copy.js';
import { toCsv, toTable } from '/explore/csv.js';
import { snippets } from '/explore/snippets.js';

const examples = await (await fetch('/playground/examples.json')).json();
const parameters = new URL(location.href).searchParams;
const chosen = examples.find(({ name }) => name === parameters.get('example'));
// GraphiQL writes the current query to the address.
const query = parameters.get('query') ?? chosen?.query;
const variables = parameters.get('variables') ?? chosen?.variables;

const menu = document.getElementById('examples');
menu.append(new Option('Choose one …', ''));
for (const audience of new Set(examples.map((example) => example.audience))) {
  const group = document.createElement('optgroup');
  group.label = audience;
  for (const { name, title } of examples.filter((example) => example.audience === audience))
    group.append(new Option(title, name, false, name === chosen?.name));
  menu.append(group);
}
// GraphiQL reads these settings once, when it starts. It stores its tabs and history in the browser.
menu.addEventListener('change', () =>
  location.assign(menu.value ? `/playground?example=${menu.value}` : '/playground'),
);
forgetExampleTabs();

const language = document.getElementById('language');
language.append(
  ...Object.keys(snippets)
    .filter((name) => name !== 'GraphQL')
    .map((name) => new Option(name)),
);
document.getElementById('copy').addEventListener('click', async () => {
  document.getElementById('copied').textContent = await copyProgram(language.value);
});

/** The data and the name of the last operation that ran. */
let answered = null;
const csv = document.getElementById('csv');
csv.addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([toCsv(toTable(answered.data))], { type: 'text/csv;charset=utf-8' }),
  );
  link.download = `${answered.name}.csv`;
  link.click();
  // By then, the browser has read the file.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});

YogaGraphiQL.renderYogaGraphiQL(document.getElementById('graphiql'), {
  title: '',
  logo: '',
  // Yoga's plugins leave no room for GraphiQL's own, the history.
  plugins: undefined,
  fetcher: ask,
  ...(query
    ? { initialQuery: query, initialVariables: variables }
    : { defaultTabs: [{ query: examples[0].query, variables: examples[0].variables, headers: null }] }),
});

async function ask({ query, variables, operationName }, { headers } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  if (/^application\/(graphql-response\+)?json/.test(response.headers.get('content-type'))) {
    const answer = await response.json();
    if (operationName !== 'IntrospectionQuery') {
      answered = answer.data ? { data: answer.data, name: operationName ?? 'answer' } : null;
      csv.disabled = answered === null;
    }
    return answer;
  }
  // Something else answered instead of the API, such as a proxy that can't reach it.
  const status = `${response.status} ${response.statusText}`.trim();
  return {
    errors: [
      {
        message: `The API could not be reached: the answer was ${status}, and no JSON. Try again in a moment.`,
      },
    ],
  };
}

/** Copies the operation in the editor as a program. Returns what to tell the user. */
async function copyProgram(name) {
  let program;
  try {
    program = toProgram(name);
  } catch {
    return 'Not copied: the variables are not valid JSON.';
  }
  return (await copyText(program)) ? 'Copied' : 'Not copied: the browser refuses.';
}

/**
 * Writes the operation in the editor as a program. GraphiQL writes an operation to the address when it changes.
 * @throws SyntaxError if the variables are not valid JSON
 */
function toProgram(name) {
  const written = new URL(location.href).searchParams;
  const text = written.get('variables') ?? variables ?? '';
  return snippets[name]({
    query: written.get('query') ?? query ?? examples[0].query,
    variables: text.trim() ? JSON.parse(text) : {},
    url: new URL('/graphql', location.href).href,
  });
}

/** Closes tabs with unchanged examples, so that choosing examples doesn't fill the tab bar. */
function forgetExampleTabs() {
  const key = 'graphiql:tabState';
  const stored = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (!stored?.tabs) return;
  const tabs = stored.tabs.filter((tab) => !examples.some((example) => example.query === tab.query));
  if (tabs.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify({ ...stored, tabs, activeTabIndex: tabs.length - 1 }));
}
