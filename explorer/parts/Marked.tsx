/** Renders a snippet of the API: keeps `<mark>`, decodes entities, and shows anything else as text. */
export function Marked({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node, index) =>
    node.nodeName === 'MARK' ? <mark key={index}>{node.textContent}</mark> : node.textContent,
  );
}
