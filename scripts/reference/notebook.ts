/**
 * The Python steps of a tutorial as a Jupyter notebook: its section "Python", with each block of code as a cell.
 * @param page the tutorial in Markdown
 */
export function toNotebook(page: string): string {
  const [section = ''] = /^## \d+\. Python$[^]*?(?=^## )/m.exec(page) ?? [];
  const cells = section
    .replaceAll(/^```text\n[^]*?^```\n/gm, '') // What the cells print.
    .split(/^```python\n([^]*?)^```\n/m)
    .map((text, index) => (index % 2 === 1 ? toCode(text) : toText(text)))
    .filter(({ source }) => source.length > 0)
    .map((cell, index) => ({ ...cell, id: `cell-${index}` }));
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function toText(text: string) {
  return { cell_type: 'markdown', metadata: {}, source: toLines(text) };
}

function toCode(text: string) {
  return { cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source: toLines(text) };
}

/** Lines as notebooks have them: each but the last with its line end. */
function toLines(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/(?<=\n)/);
}
