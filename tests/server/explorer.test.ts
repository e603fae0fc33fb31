import type { TestServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let server: TestServer;
serveCatalogue('empty', (served) => ({ server } = served));

const at = (path: string) => fetch(new URL(path, server.url), { redirect: 'manual' });

describe('the explorer', () => {
  it('allows only scripts and answers of this server', async () => {
    const response = await at('/explore');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      ...["default-src 'none'", "script-src 'self'", "connect-src 'self'"],
      ...["style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:"],
      ...["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
    ]);
    const html = await response.text();
    expect(html).not.toMatch(/<script>|https?:/);
    for (const [, file = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect([file, (await at(file)).status]).toEqual([file, 200]);
  });

  it('has scripts that browsers keep', async () => {
    const [, script = ''] = /src="([^"]+)"/.exec(await (await at('/explore')).text()) ?? [];
    const response = await at(script);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('answers addresses of its views with the same page', async () => {
    const page = await (await at('/explore')).text();
    expect(await (await at('/explore/country/NG?q=training')).text()).toBe(page);
  });

  it.each([
    ['/', '/explore'],
    ['/?q=training', '/explore'],
    ['/?example=newest', '/playground?example=newest'],
    ['/?query={__typename}', '/playground?query={__typename}'],
  ])('leads from %s to %s', async (path, target) => {
    const response = await at(path);
    expect([response.status, response.headers.get('location')]).toEqual([302, target]);
  });
});
