/**
 * Copies a text to the clipboard. Browsers have no `navigator.clipboard` on pages of plain http, except on localhost.
 * @returns false if the browser refuses
 */
export async function copyText(text: string): Promise<boolean> {
  if ('clipboard' in navigator && navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  // Nothing outside an open dialog can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
