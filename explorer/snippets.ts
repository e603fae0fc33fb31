/** An operation, and where to send it. */
interface Request {
  query: string;
  variables: Record<string, unknown>;
  url: string;
}

export type Language = keyof typeof snippets;

/** Complete programs that send a request, each with its language's standard library or a package that most users have. */
export const snippets = {
  GraphQL: ({ query, variables }: Request) =>
    Object.keys(variables).length === 0 ? query : `${query}\n\n# Variables\n${comment(json(variables))}`,

  curl: ({ query, variables, url }: Request) =>
    [
      `curl '${url}' \\`,
      `  -H 'content-type: application/json' \\`,
      `  --data-binary @- <<'JSON'`,
      json({ query, variables }),
      'JSON',
    ].join('\n'),

  TypeScript: ({ query, variables, url }: Request) =>
    [
      `const query = /* GraphQL */ \`\n${query.replaceAll(/[\\`]|\$\{/g, '\\$&')}\n\`;`,
      `const variables = ${json(variables)};`,
      '',
      `const response = await fetch('${url}', {`,
      `  method: 'POST',`,
      `  headers: { 'content-type': 'application/json' },`,
      `  body: JSON.stringify({ query, variables }),`,
      '});',
      'const { data, errors } = await response.json();',
      'if (errors) throw new Error(errors[0].message);',
      'console.log(data);',
    ].join('\n'),

  Python: ({ query, variables, url }: Request) =>
    [
      'import json',
      'from urllib.request import Request, urlopen',
      '',
      `query = """\n${query.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"')}\n"""`,
      `variables = json.loads(r'''\n${json(variables).replaceAll("'", '\\u0027')}\n''')`,
      '',
      `body = json.dumps({"query": query, "variables": variables}).encode()`,
      `request = Request("${url}", body, {"content-type": "application/json"})`,
      'answer = json.load(urlopen(request))',
      'if "errors" in answer:',
      '    raise RuntimeError(answer["errors"][0]["message"])',
      'print(json.dumps(answer["data"], indent=2, ensure_ascii=False))',
    ].join('\n'),

  R: ({ query, variables, url }: Request) =>
    [
      'library(httr2)',
      '',
      `query <- r"---(\n${query}\n)---"`,
      `variables <- jsonlite::fromJSON(r"---(\n${json(variables)}\n)---", simplifyVector = FALSE)`,
      '# An empty list would be sent as [].',
      'if (length(variables) == 0) variables <- NULL',
      '',
      `answer <- request("${url}") |>`,
      '  req_body_json(list(query = query, variables = variables)) |>',
      '  req_perform() |>',
      '  resp_body_json()',
      'if (!is.null(answer$errors)) stop(answer$errors[[1]]$message)',
      'str(answer$data)',
    ].join('\n'),
};

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function comment(text: string): string {
  return text.replaceAll(/^/gm, '# ');
}
