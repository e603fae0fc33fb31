/** A Markdown table. Cells are Markdown; line breaks and bars in them are escaped. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A generated page: title, readers, source, parts, and the script that writes it. */
export function toPage(
  title: string,
  readers: string,
  source: string,
  parts: readonly string[],
  script = 'generate:reference',
): string {
  return [
    `# ${title}`,
    `_For ${readers}. Generated from ${source}: change that and run \`npm run ${script}\`._`,
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}
