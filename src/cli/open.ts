/**
 * Opens an address in the user's browser. If there is none, as on a server, it says so; it never fails.
 * @param url the address of a page
 */
export async function openBrowser(url: string): Promise<void> {
  const explain = () => console.error(`No browser could be opened here; open ${url} yourself.`);
  try {
    const { default: open } = await import('open');
    const launcher = await open(url);
    launcher.once('exit', (code) => {
      if (code !== 0) explain();
    });
  } catch {
    explain();
  }
}
