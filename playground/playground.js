const examples = await (await fetch('/playground/examples.json')).json();
const parameters = new URL(location.href).searchParams;
const chosen = examples.find(({ name }) => name === parameters.get('example'));
// GraphiQL keeps the address up to date with the query that is written.
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
// GraphiQL takes what it is to show when it starts. Its tabs and history are in the browser, and stay.
menu.addEventListener('change', () => location.assign(menu.value ? `/?example=${menu.value}` : '/'));

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
  if (/^application\/(graphql-response\+)?json/.test(response.headers.get('content-type')))
    return response.json();
  // Something between here and the API answered in its place, as a proxy does that can't reach it.
  const status = `${response.status} ${response.statusText}`.trim();
  return {
    errors: [
      {
        message: `The API could not be reached: the answer was ${status}, and no JSON. Try again in a moment.`,
      },
    ],
  };
}
