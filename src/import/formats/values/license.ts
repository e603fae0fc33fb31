/**
 * The SPDX id of a Creative Commons licence, from its address or short name; SPDX ids of some other licences; or the
 * address of any other licence. Null for other texts ("All rights reserved").
 */
export function readLicense(text: string): string | null {
  const trimmed = text.trim().replace(/\.$/, '');
  const address =
    /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2,3}))?(?:\/.*)?$/i.exec(
      trimmed,
    );
  if (address) {
    const [, kind, code = '', version = '', port] = address;
    if (kind === 'publicdomain') return code === 'zero' ? `CC0-${version}` : trimmed;
    // Few ported licences have an SPDX id.
    return port === undefined || port === 'deed' || port === 'legalcode' ? spdx(code, version) : trimmed;
  }
  if (/^https?:\/\/\S+$/i.test(trimmed)) return trimmed;
  const name =
    /^(?:CC|Creative Commons)[ -]?(BY(?:-(?:NC-ND|NC-SA|NC|ND|SA))?|0)[ -](?:v)?(\d\.\d)(?: International)?$/i.exec(
      trimmed,
    );
  if (name) return name[1] === '0' ? `CC0-${name[2]}` : spdx(name[1] ?? '', name[2] ?? '');
  return /^(?:MIT|Apache-2\.0|GPL-[23]\.0(?:-only|-or-later)?|BSD-[23]-Clause|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0)$/i.test(
    trimmed,
  )
    ? trimmed
    : null;
}

function spdx(code: string, version: string): string {
  return `CC-${code.toUpperCase()}-${version}`;
}
