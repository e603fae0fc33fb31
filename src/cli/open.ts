/**
 * Opens a page in the user's browser. Without a browser, as on a server, it prints the URL. It never fails.
 * @param url the URL of the page
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
